package dev.weakspot.model.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PretendHistoryTest {

    private static final Instant UNTIL = Instant.parse("2026-03-01T12:00:00Z");

    private static List<PretendHistory.Answer> history(long seed) {
        List<Question> bank = IntStream.range(0, 200)
                .mapToObj(i -> new Question(
                        new QuestionId("question-" + i), List.of(new TopicSlug("topic-" + i % 20)), i % 5 - 2.0))
                .toList();
        return PretendHistory.of(bank, UNTIL, 30, new SplittableRandom(seed));
    }

    @Test
    void aMonthIsBehindThem() {
        List<PretendHistory.Answer> history = history(1);

        assertThat(history).hasSizeBetween(100, 400).allSatisfy(answer -> assertThat(answer.at())
                .isBetween(UNTIL.minus(Duration.ofDays(31)), UNTIL));
        assertThat(history).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
        assertThat(history).anyMatch(PretendHistory.Answer::right).anyMatch(answer -> !answer.right());
    }

    @Test
    void nothingIsAskedTwiceADay() {
        assertThat(history(2)).doesNotHaveDuplicates().allSatisfy(answer -> assertThat(history(2).stream()
                        .filter(other -> other.question().equals(answer.question()))
                        .filter(other ->
                                Duration.between(other.at(), answer.at()).abs().toHours() < 6))
                .hasSize(1));
    }

    @Test
    void theSameChanceMakesTheSameHistory() {
        assertThat(history(3)).isEqualTo(history(3)).isNotEqualTo(history(4));
    }
}
