package dev.weakspot.web.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.web.service.Readiness.Goal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalFormTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "'', 30, all, interview.no-day",
        "tomorrow, 30, all, interview.no-day",
        "2026-02-30, 30, all, interview.no-day",
        "2026-12-24, '', all, interview.bad-minutes",
        "2026-12-24, 0, all, interview.bad-minutes",
        "2026-12-24, 1441, all, interview.bad-minutes",
        "2026-12-24, 2.5, all, interview.bad-minutes",
        "2026-12-24, 30, some, interview.no-topics"
    })
    void whatIsMissingOrWrongIsNamed(String day, String minutes, String scope, String trouble) {
        var form = GoalForm.of(Map.of("day", day, "minutes", minutes, "scope", scope));

        assertThat(form.trouble()).hasValue(trouble);
    }

    @Test
    void aFormWithoutAnyFieldIsOnlyIncomplete() {
        assertThat(GoalForm.of(Map.of()).trouble()).hasValue("interview.no-day");
    }

    @Test
    void someTopicsAreSentInOrder() {
        var form = GoalForm.of(
                Map.of("day", "2026-12-24", "minutes", " 20 ", "scope", "some", "topics", List.of("views", "http")));

        assertThat(form.trouble()).isEmpty();
        assertThat(form.goal(BERLIN))
                .isEqualTo(
                        new Goal(LocalDate.of(2026, 12, 24), 20, List.of("http", "views"), "Europe/Berlin", "senior"));
    }

    @Test
    void allTopicsAreNoneEvenWhenSomeAreStillTicked() {
        var form = GoalForm.of(Map.of("day", "2026-12-24", "minutes", "20", "scope", "all", "topics", "http"));

        assertThat(form.goal(BERLIN).topics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"junior, junior", "mid, mid", "senior, senior", "guru, senior", "'', senior"})
    void whoNamesNoLevelLeavesNothingOut(String level, String sent) {
        var form = GoalForm.of(Map.of("day", "2026-12-24", "minutes", "20", "level", level));

        assertThat(form.goal(BERLIN).level()).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({"junior, junior", ", senior"})
    void aGoalFillsItsForm(@Nullable String level, String shown) {
        var goal = new Goal(LocalDate.of(2026, 12, 24), 20, List.of("http"), null, level);

        assertThat(GoalForm.of(goal)).isEqualTo(new GoalForm("2026-12-24", "20", false, Set.of("http"), shown));
    }
}
