package dev.weakspot.web.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.web.page.Language;
import dev.weakspot.web.page.Shown;
import dev.weakspot.web.service.AsOf;
import dev.weakspot.web.service.Readiness;
import dev.weakspot.web.service.Readiness.Chance;
import dev.weakspot.web.service.Readiness.Day;
import dev.weakspot.web.service.Readiness.Goal;
import dev.weakspot.web.service.Readiness.LeftOut;
import dev.weakspot.web.service.Readiness.Portion;
import dev.weakspot.web.service.Readiness.Sacrifice;
import dev.weakspot.web.service.Topic;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InterviewPageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Goal GOAL = new Goal(TODAY.plusDays(12), 25, List.of(), "Europe/Berlin", "mid");
    private static final Map<String, List<Topic>> GROUPS =
            Map.of("Basics", List.of(new Topic("http", "HTTP <1.1>", "Basics", List.of())));

    @ParameterizedTest
    @EnumSource
    void aPlanBeginsTodayAndUnfoldsBeyondAWeek(Language language) {
        List<Day> days = IntStream.range(0, 12)
                .mapToObj(i -> new Day(
                        TODAY.plusDays(i), 7, List.of(new Portion("t" + i, "Topic " + (char) ('A' + i), i + 2))))
                .toList();

        String html = page(language, new Outlook.Planned(readiness(days)), GoalForm.of(GOAL), Optional.empty());

        assertThat(Shown.text(html))
                .containsSubsequence(
                        "71\u00a0%",
                        "58\u00a0%",
                        "83\u00a0%",
                        "44\u00a0%",
                        "If you practise as planned, you get there.",
                        "Topic A",
                        "Topic B\u00a0×\u00a03",
                        "Topic L",
                        "Signals",
                        language == Language.GERMAN ? "1,3" : "1.3",
                        language.text("left-out.title"),
                        "There is no question on Admin yet.");
        assertThat(html.indexOf("Topic G")).isLessThan(html.indexOf(language.text("plan.later", 5)));
        assertThat(html.indexOf("Topic H")).isGreaterThan(html.indexOf(language.text("plan.later", 5)));
        assertThat(html).contains("name=\"topic\" value=\"t0\"", "action=\"/interview/drop\"");
    }

    @ParameterizedTest
    @EnumSource
    void aDayWithManyTopicsShowsTheThreeBiggestAndFoldsTheRest(Language language) {
        List<Portion> portions = IntStream.range(0, 20)
                .mapToObj(i -> new Portion("t" + i, "Topic " + (char) ('A' + i), i == 7 ? 4 : 1))
                .toList();
        List<Day> days = List.of(new Day(TODAY, 7, portions), new Day(TODAY.plusDays(1), 7, portions));

        String html = page(language, new Outlook.Planned(readiness(days)), GoalForm.of(GOAL), Optional.empty());

        assertThat(Shown.text(html.substring(html.indexOf("id=\"plan\""))))
                .containsSubsequence(
                        "Topic H\u00a0×\u00a04 · Topic A · Topic B ",
                        language.text("plan.more", 17),
                        " Topic C · Topic D");
    }

    @ParameterizedTest
    @EnumSource
    void whatCostsHardlyAnythingSaysSoInWords(Language language) {
        var cheap = new Sacrifice("signals", "Signals", 12, 0.0004);

        assertThat(text(language, new Outlook.Planned(readiness(List.of(), cheap))))
                .contains(language.text("points.hardly"));
    }

    @ParameterizedTest
    @EnumSource
    void onTheDayItselfThereIsNothingLeftToPlan(Language language) {
        String html = page(language, new Outlook.Planned(readiness(List.of())), GoalForm.of(GOAL), Optional.empty());

        assertThat(Shown.text(html)).contains(language.text("plan.none"));
    }

    @ParameterizedTest
    @EnumSource
    void whatWasFilledInIsStillThereBesideWhatIsWrong(Language language) {
        var form = new GoalForm("2026-11-01", "45", false, Set.of("http", "not-in-any-group"), "mid");

        String html = page(language, new Outlook.NoGoal(), form, Optional.of("interview.has-passed"));

        assertThat(Shown.text(html)).contains(language.text("interview.has-passed"));
        assertThat(html)
                .contains("role=\"alert\"", "name=\"day\" value=\"2026-11-01\"", "name=\"minutes\" value=\"45\"")
                .contains("value=\"some\" checked", "value=\"http\" checked", "value=\"mid\" checked")
                .contains("type=\"hidden\" name=\"topics\" value=\"not-in-any-group\"");
    }

    @ParameterizedTest
    @EnumSource
    void eachOutlookHasItsWords(Language language) {
        String day = language == Language.GERMAN ? "3. Dezember 2026" : "3 December 2026";

        assertThat(text(language, new Outlook.NoGoal())).contains(language.text("interview.none"));
        assertThat(text(language, new Outlook.Passed(GOAL))).contains(language.text("interview.passed", day));
        assertThat(text(language, new Outlook.NothingToPlan(GOAL))).contains(language.text("interview.nothing", day));
        assertThat(text(language, new Outlook.Away()))
                .contains(language.text("interview.away"))
                .doesNotContain(language.text("interview.save"));
    }

    private static String text(Language language, Outlook outlook) {
        return Shown.text(page(language, outlook, GoalForm.empty(), Optional.empty()));
    }

    private static String page(Language language, Outlook outlook, GoalForm form, Optional<String> trouble) {
        return Shown.page(language, "interview", new InterviewView(outlook, form, GROUPS, trouble, TODAY));
    }

    private static Readiness readiness(List<Day> days) {
        return readiness(days, new Sacrifice("signals", "Signals", 12, 0.013));
    }

    private static Readiness readiness(List<Day> days, Sacrifice sacrifice) {
        return new Readiness(
                new AsOf(7, null, "lean/1@7", false),
                GOAL,
                new Chance(0.71, 0.58, 0.83),
                new Chance(0.44, 0.3, 0.6),
                days,
                List.of(sacrifice),
                List.of(new LeftOut("admin", "Admin", "There is no question on Admin yet.")),
                "If you practise as planned, you get there.");
    }
}
