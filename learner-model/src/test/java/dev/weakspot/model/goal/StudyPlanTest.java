package dev.weakspot.model.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.goal.StudyPlan.Portion;
import dev.weakspot.model.goal.StudyPlan.Sacrifice;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StudyPlanTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @Property(tries = 200)
    void moreMinutesNeverMakeLessReady(
            @ForAll("topics") List<GoalTopic> topics,
            @ForAll @IntRange(max = 40) int days,
            @ForAll @IntRange(max = 120) int minutes,
            @ForAll @IntRange(max = 120) int moreMinutes) {
        Estimate less = plan(topics, days, minutes).readiness();
        Estimate more = plan(topics, days, minutes + moreMinutes).readiness();

        assertThat(more.value()).isGreaterThanOrEqualTo(less.value());
        assertThat(more.low()).isGreaterThanOrEqualTo(less.low());
        assertThat(more.high()).isGreaterThanOrEqualTo(less.high());
    }

    @Property
    void withoutPracticeALaterDayNeverMakesMoreReady(
            @ForAll("topics") List<GoalTopic> topics,
            @ForAll @IntRange(max = 400) int days,
            @ForAll @IntRange(max = 400) int moreDays) {
        StudyPlan sooner = plan(topics, days, 0);
        StudyPlan later = plan(topics, days + moreDays, 0);

        assertThat(later.readiness().value())
                .isLessThanOrEqualTo(sooner.readiness().value());
        assertThat(later.readiness()).isEqualTo(later.withoutPractice());
    }

    @Property(tries = 200)
    void noDayTakesMoreThanItsTimeAndOneQuestion(
            @ForAll("topics") List<GoalTopic> topics,
            @ForAll @IntRange(min = 1, max = 30) int days,
            @ForAll @IntRange(max = 90) int minutes) {
        StudyPlan plan = plan(topics, days, minutes);

        Duration longest = topics.stream()
                .map(GoalTopic::perQuestion)
                .max(Duration::compareTo)
                .orElseThrow();
        assertThat(plan.days()).hasSize(days).allSatisfy(day -> assertThat(day.time())
                .isLessThanOrEqualTo(Duration.ofMinutes(minutes).plus(longest)));
        assertThat(plan.days().stream().map(StudyPlan.Day::time).reduce(Duration.ZERO, Duration::plus))
                .isLessThanOrEqualTo(Duration.ofMinutes((long) minutes * days));
    }

    @Property(tries = 200)
    void neverMoreQuestionsArePlannedThanThereAre(
            @ForAll("topics") List<GoalTopic> topics,
            @ForAll @IntRange(min = 1, max = 30) int days,
            @ForAll @IntRange(max = 240) int minutes) {
        StudyPlan plan = plan(topics, days, minutes);

        assertThat(topics).allSatisfy(topic -> assertThat(plan.days().stream()
                        .flatMap(day -> day.portions().stream())
                        .filter(portion -> portion.topic().equals(topic.topic()))
                        .mapToInt(Portion::questions)
                        .sum())
                .isLessThanOrEqualTo(topic.questions()));
    }

    @Property(tries = 300)
    void theSentenceTellsTheNumbersAndWhyNothingIsPlanned(
            @ForAll("topics") List<GoalTopic> topics,
            @ForAll @IntRange(max = 10) int days,
            @ForAll @IntRange(max = 30) int minutes) {
        StudyPlan plan = plan(topics, days, minutes);

        boolean isEmpty = plan.days().stream().allMatch(day -> day.portions().isEmpty());
        assertThat(plan.sentence())
                .contains("%d %% ("
                        .formatted(Math.clamp(Math.round(100 * plan.readiness().value()), 1, 99)))
                .endsWith(".");
        assertThat(plan.sentence().startsWith("Nothing is planned, because ")).isEqualTo(isEmpty);
    }

    @Test
    void anEmptyPlanSaysWhy() {
        assertThat(plan(List.of(topic("orm", .5, 0)), 0, 60).sentence())
                .isEqualTo("Nothing is planned, because the day is today;"
                        + " we expect you to get 50 % (45 % to 55 %) of the questions right on 2 March 2026.");
        assertThat(plan(List.of(topic("orm", .99, 0)), 1, 60).sentence())
                .startsWith(
                        "Nothing is planned, because you will know every topic well enough without practice; we expect");
        assertThat(plan(List.of(topic("orm", .5, 0)), 1, 1).sentence())
                .startsWith(
                        "Nothing is planned, because the time is too short for the question that would add most; we expect");
        assertThat(plan(List.of(topic("orm", .5, 0, 0)), 1, 60).sentence())
                .startsWith("Nothing is planned, because there is no question on what you do not know yet; we expect");
    }

    @Test
    void aPlanSaysWhatItIsGoodForAndWhenThereAreNoMoreQuestions() {
        List<GoalTopic> many = List.of(topic("orm", .5, 0));
        List<GoalTopic> few = List.of(topic("orm", .5, 0, 5));

        assertThat(plan(many, 2, 10).sentence())
                .isEqualTo("If you practise as planned, we expect you to get 71 % (56 % to 81 %) of the questions right"
                        + " on 4 March 2026, and without practice 50 %.");
        assertThat(plan(few, 2, 10).sentence())
                .endsWith("and without practice 50 %; all questions there are to learn from are in the plan.");
        assertThat(plan(few, 2, 10).days().stream().map(StudyPlan.Day::time).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void onTheDayItselfReadinessIsTodaysMastery() {
        StudyPlan plan = plan(List.of(topic("orm", .4, 0), topic("views", .8, 30)), 0, 60);

        assertThat(plan.readiness().value()).isCloseTo(.6, within(1e-12));
        assertThat(plan.days()).isEmpty();
        assertThat(plan.dropFirst()).isEmpty();
    }

    /** Ten questions of two minutes in two days, each worth .1 logits, of which (2^-.15 + 3^-.15) / 2 is left on the day. */
    @Test
    void calculatedByHand() {
        StudyPlan plan = plan(List.of(topic("orm", .5, 0)), 2, 10);

        assertThat(plan.readiness().value()).isCloseTo(1 / (1 + Math.exp(-.8747)), within(1e-4));
        assertThat(plan.days()).allSatisfy(day -> assertThat(day.portions())
                .containsExactly(new Portion(new TopicSlug("orm"), 5, Duration.ofMinutes(10))));
        assertThat(plan.dropFirst()).singleElement().satisfies(all -> assertThat(all.saved())
                .isEqualTo(Duration.ofMinutes(20)));
    }

    @Test
    void whatIsKnownAboveANewcomersLevelFades() {
        StudyPlan soon = plan(List.of(topic("orm", .9, 0)), 1, 0);
        StudyPlan later = plan(List.of(topic("orm", .9, 0)), 60, 0);
        StudyPlan neverLearned = plan(List.of(topic("orm", .2, 0)), 60, 0);

        assertThat(soon.readiness().value()).isBetween(.85, .89);
        assertThat(later.readiness().value()).isBetween(.7, .8);
        assertThat(neverLearned.readiness().value()).isCloseTo(.2, within(1e-12));
    }

    @Test
    void timeGoesWhereItHelpsAndLeavesKnownTopicsAlone() {
        StudyPlan plan = plan(List.of(topic("orm", .5, 0), topic("views", .8, 0), topic("urls", .99, 0)), 10, 20);

        assertThat(plan.dropFirst())
                .extracting(Sacrifice::topic)
                .containsExactly(new TopicSlug("views"), new TopicSlug("orm"));
        assertThat(plan.dropFirst().getFirst().saved())
                .isLessThan(plan.dropFirst().getLast().saved());
        assertThat(plan.readiness().value())
                .isGreaterThan(plan.withoutPractice().value() + .1);
    }

    @Test
    void everyTopicIsSpreadOverTheDays() {
        StudyPlan plan = plan(List.of(topic("orm", .5, 0), topic("views", .5, 0)), 5, 20);

        assertThat(plan.days()).allSatisfy(day -> assertThat(day.portions())
                .extracting(Portion::questions)
                .containsExactly(5, 5));
    }

    @Test
    void moreTimeThanThereIsToLearnStaysFree() {
        StudyPlan plan = plan(List.of(topic("orm", .5, 0)), 30, 1000);

        assertThat(plan.readiness().value()).isBetween(.95, .96);
        assertThat(plan.days().getFirst().time()).isLessThan(Duration.ofMinutes(10));
    }

    @Test
    void aDayThatHasGoneByIsRefused() {
        assertThatThrownBy(() -> plan(List.of(topic("orm", .5, 0)), -1, 10))
                .hasMessage("The day 2026-03-01 has gone by: today is 2026-03-02.");
    }

    @Provide
    Arbitrary<List<GoalTopic>> topics() {
        Arbitrary<GoalTopic> topic = Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.longs().between(0, 100),
                        Arbitraries.longs().between(5, 600),
                        Arbitraries.integers().between(0, 40))
                .as((mastery, unlearned, away, seconds, questions) -> new GoalTopic(
                        new TopicSlug("any"),
                        "Any",
                        Estimate.of(mastery, mastery * .8, mastery * .8 + .2),
                        unlearned,
                        away,
                        Duration.ofSeconds(seconds),
                        questions));
        return topic.list().ofMinSize(1).ofMaxSize(8).map(StudyPlanTest::named);
    }

    private static List<GoalTopic> named(List<GoalTopic> topics) {
        return IntStream.range(0, topics.size())
                .mapToObj(i -> {
                    GoalTopic topic = topics.get(i);
                    return new GoalTopic(
                            new TopicSlug("topic-" + i),
                            "Topic " + i,
                            topic.mastery(),
                            topic.unlearned(),
                            topic.daysAway(),
                            topic.perQuestion(),
                            topic.questions());
                })
                .toList();
    }

    private static StudyPlan plan(List<GoalTopic> topics, int days, int minutes) {
        return StudyPlan.of(new Goal(TODAY.plusDays(days), Duration.ofMinutes(minutes)), topics, TODAY);
    }

    /** Two minutes a question, and more of them than anybody needs; of a newcomer we would expect half. */
    private static GoalTopic topic(String slug, double mastery, long daysAway) {
        return topic(slug, mastery, daysAway, 1000);
    }

    private static GoalTopic topic(String slug, double mastery, long daysAway, int questions) {
        return new GoalTopic(
                new TopicSlug(slug),
                "The " + slug,
                new Estimate(mastery, .9 * mastery, Math.min(1, 1.1 * mastery)),
                .5,
                daysAway,
                Duration.ofMinutes(2),
                questions);
    }
}
