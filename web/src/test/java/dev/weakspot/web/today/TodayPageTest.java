package dev.weakspot.web.today;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.web.page.Language;
import dev.weakspot.web.page.Shown;
import dev.weakspot.web.service.AsOf;
import dev.weakspot.web.service.Readiness;
import dev.weakspot.web.service.Readiness.Chance;
import dev.weakspot.web.service.Readiness.Day;
import dev.weakspot.web.service.Readiness.Goal;
import dev.weakspot.web.service.Readiness.Portion;
import dev.weakspot.web.service.Suggestions.Suggestion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TodayPageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String TEN = "name=\"size\" value=\"10\"";

    @ParameterizedTest
    @EnumSource
    void thePlanOfTodayIsStartedFromHereAsFromTheInterview(Language language) {
        String html = Shown.page(language, "today", view(List.of(), TODAY));

        assertThat(Shown.text(html))
                .contains(
                        language.text("today.plan", language.text("plan.today-text", 20, 25)),
                        language.text("today.plan-start", 20));
        assertThat(html).contains("<button class=\"button\" name=\"size\" value=\"20\"", TEN);
    }

    @Test
    void aPlanForSomeTopicsLeadsToThem() {
        String html = Shown.page(Language.ENGLISH, "today", view(List.of("http"), TODAY));

        assertThat(html)
                .contains(Language.ENGLISH.text("today.plan-topics"), TEN)
                .doesNotContain("value=\"20\"");
    }

    @Test
    void aPlanThatBeginsTomorrowHasNothingForToday() {
        String html = Shown.page(Language.ENGLISH, "today", view(List.of(), TODAY.plusDays(1)));

        assertThat(html).contains(TEN).doesNotContain(Language.ENGLISH.text("today.plan", ""), "value=\"20\"");
    }

    private static TodayView view(List<String> topics, LocalDate firstDay) {
        var chance = new Chance(0.7, 0.6, 0.8);
        var readiness = new Readiness(
                new AsOf(7, null, "lean/1@7", false),
                new Goal(TODAY.plusDays(9), 30, topics, "UTC", "senior"),
                chance,
                chance,
                List.of(new Day(firstDay, 25, List.of(new Portion("http", "HTTP", 12), new Portion("orm", "ORM", 8)))),
                List.of(),
                List.of(),
                "");
        var suggestion = new Suggestion("q", 1, "definition", "mid", "http", 0.5, "So.", "That.");
        return new TodayView(
                Optional.empty(),
                Optional.of(List.of(suggestion)),
                List.of("HTTP"),
                Optional.of(3),
                Optional.of(2),
                Optional.of(1),
                Optional.of(9L),
                Optional.of(readiness),
                false,
                TODAY);
    }
}
