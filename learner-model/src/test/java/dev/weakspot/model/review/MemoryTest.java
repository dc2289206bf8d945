package dev.weakspot.model.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

    /**
     * What {@code ts-fsrs} 5.4.2 makes of the same reviews: {@code fsrs({enable_fuzz: false})}, then for each review
     * {@code forgetting_curve}, {@code next_state} and {@code next_interval}. It rounds to eight decimals after each step. The
     * script {@code ts-fsrs-vectors.mjs} beside the file makes it anew.
     */
    @ParameterizedTest
    @CsvFileSource(resources = "ts-fsrs-5.4.2.csv", numLinesToSkip = 1)
    void agreesWithTsFsrs(
            int daysSinceLast,
            Rating rating,
            double stabilityBefore,
            double difficultyBefore,
            double recallBefore,
            double stability,
            double difficulty,
            long interval) {
        Instant at = MONDAY.plus(Duration.ofDays(daysSinceLast));

        Memory memory = stabilityBefore == 0
                ? Memory.first(rating, at)
                : new Memory(stabilityBefore, difficultyBefore, MONDAY).after(rating, at);

        assertThat(memory.stability()).isCloseTo(stability, within(1e-6 * Math.max(1, stability)));
        assertThat(memory.difficulty()).isCloseTo(difficulty, within(1e-6));
        assertThat(memory.dueAt()).isEqualTo(at.plus(Duration.ofDays(interval)));
        if (stabilityBefore > 0) {
            assertThat(new Memory(stabilityBefore, difficultyBefore, MONDAY).recallAt(at))
                    .isCloseTo(recallBefore, within(1e-6));
        }
    }

    @Test
    void aHistoryGivesExactlyTheseNumbers() {
        Memory memory = Memory.first(Rating.GOOD, MONDAY)
                .after(Rating.GOOD, MONDAY.plus(Duration.ofDays(2)))
                .after(Rating.AGAIN, MONDAY.plus(Duration.ofDays(13)))
                .after(Rating.HARD, MONDAY.plus(Duration.ofDays(13)).plusSeconds(600));

        assertThat(memory)
                .isEqualTo(new Memory(
                        1.5383372358832696,
                        8.254074519842886,
                        MONDAY.plus(Duration.ofDays(13)).plusSeconds(600)));
    }

    @ParameterizedTest
    @CsvSource({"0, AGAIN", ".49, AGAIN", ".5, HARD", ".79, HARD", ".8, GOOD", "1, GOOD"})
    void aScoreIsRatedByWhatItSaysAboutMemory(double score, Rating rating) {
        assertThat(Rating.ofScore(score)).isEqualTo(rating);
    }

    @Test
    void afterAsManyDaysAsItIsStableNineOfTenRemember() {
        Memory memory = new Memory(12, 5, MONDAY);

        assertThat(memory.recallAt(MONDAY.plus(Duration.ofDays(12)))).isCloseTo(.9, within(1e-12));
        assertThat(memory.isDueAt(MONDAY.plus(Duration.ofDays(12)))).isTrue();
        assertThat(memory.isDueAt(MONDAY.plus(Duration.ofDays(12)).minusMillis(1)))
                .isFalse();
    }

    @Test
    void anAnswerThatComesLateCountsAsGivenOnTheSameDay() {
        Memory memory = new Memory(12, 5, MONDAY);

        Memory late = memory.after(Rating.GOOD, MONDAY.minusSeconds(1000));

        assertThat(late).isEqualTo(memory.after(Rating.GOOD, MONDAY));
    }

    @Property
    void whatIsRememberedBetterIsNeverDueEarlier(
            @ForAll @DoubleRange(min = .01, max = 1000) double stability,
            @ForAll @DoubleRange(min = 1, max = 10) double difficulty,
            @ForAll @IntRange(max = 1000) int days,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        Memory memory = new Memory(stability, difficulty, MONDAY);
        Instant at = MONDAY.plus(Duration.ofDays(days));

        Memory worse = memory.after(Rating.ofScore(Math.min(one, other)), at);
        Memory better = memory.after(Rating.ofScore(Math.max(one, other)), at);

        assertThat(better.dueAt()).isAfterOrEqualTo(worse.dueAt());
    }

    @Property
    void recallNeverGrowsByWaiting(
            @ForAll @DoubleRange(min = .01, max = 1000) double stability,
            @ForAll @IntRange(max = 2000) int one,
            @ForAll @IntRange(max = 2000) int other) {
        Memory memory = new Memory(stability, 5, MONDAY);

        double sooner = memory.recallAt(MONDAY.plus(Duration.ofDays(Math.min(one, other))));
        double later = memory.recallAt(MONDAY.plus(Duration.ofDays(Math.max(one, other))));

        assertThat(later).isLessThanOrEqualTo(sooner);
    }
}
