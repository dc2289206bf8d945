package dev.weakspot.web.service;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How ready a learner will be on the day of their goal.
 *
 * @param expected when the plan is followed
 * @param withoutPractice when nothing is practised any more
 * @param days what to practise when
 * @param dropFirst planned topics, first the one whose practice adds least for its time
 * @param notPlanned topics of the goal that nobody can practise
 * @param sentence what to expect, and why nothing or no more is planned where that is so
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record Readiness(
        AsOf asOf,
        Goal goal,
        Chance expected,
        Chance withoutPractice,
        List<Day> days,
        List<Sacrifice> dropFirst,
        @Nullable List<LeftOut> notPlanned,
        @Nullable String sentence) {

    @Override
    public List<LeftOut> notPlanned() {
        return notPlanned == null ? List.of() : notPlanned;
    }

    @Override
    public String sentence() {
        return sentence == null ? "" : sentence;
    }

    /**
     * What somebody wants to be ready for.
     *
     * @param topics slugs; none means all topics
     * @param timeZone where its day begins
     * @param level of the role: junior, mid or senior
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    public record Goal(
            LocalDate day,
            int minutesPerDay,
            @Nullable List<String> topics,
            @Nullable String timeZone,
            @Nullable String level) {}

    /** A probability, between low and high with 90 % certainty. */
    @Serdeable
    public record Chance(double value, double low, double high) {}

    /**
     * What to practise on one day.
     *
     * @param minutes how long all of it takes
     */
    @Serdeable
    public record Day(LocalDate date, long minutes, List<Portion> portions) {

        private static final int SHOWN = 3;

        public int questions() {
            return portions.stream().mapToInt(Portion::questions).sum();
        }

        /** Those of its topics with the most questions in one line, which says what the day is about. */
        public String biggest() {
            return list(byQuestions().limit(SHOWN).toList());
        }

        /** The topics that {@link #biggest()} leaves out. */
        public List<Portion> others() {
            return byQuestions().skip(SHOWN).toList();
        }

        private Stream<Portion> byQuestions() {
            return portions.stream()
                    .sorted(Comparator.comparingInt(Portion::questions).reversed());
        }

        /** Topics in one line, with the number of questions where there are several. */
        public String list(List<Portion> portions) {
            return portions.stream()
                    .map(portion -> portion.questions() == 1
                            ? portion.title()
                            : portion.title() + "\u00a0×\u00a0" + portion.questions())
                    .collect(Collectors.joining(" · "));
        }
    }

    /** So many questions on a topic. */
    @Serdeable
    public record Portion(String topic, String title, int questions) {}

    /** A topic that could be left alone, what that saves and what it costs. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    public record Sacrifice(String topic, String title, long minutesSaved, double readinessLost) {}

    /** A topic that nobody can practise, and why as a sentence. */
    @Serdeable
    public record LeftOut(String topic, String title, String because) {}
}
