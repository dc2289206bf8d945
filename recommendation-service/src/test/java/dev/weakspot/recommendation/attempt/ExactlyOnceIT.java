package dev.weakspot.recommendation.attempt;

import static dev.weakspot.recommendation.TestQuestion.questionsOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weakspot.recommendation.Message;
import dev.weakspot.recommendation.RecommendationService;
import dev.weakspot.recommendation.TestLearner;
import dev.weakspot.recommendation.TestQuestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every attempt is applied once, whatever happens to those who apply them. */
class ExactlyOnceIT {

    private final List<TestQuestion> questions = questionsOn("orm", 20);
    private final List<TestLearner> learners =
            Stream.generate(TestLearner::aLearner).limit(50).toList();

    private final RecommendationService service = RecommendationService.start();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aKillInMidStreamLosesNothingAndRepeatsNothing() {
        everybodyAnswers(400);
        awaitApplied(1);

        service.killInstance();
        service.startInstance();
        awaitApplied(50 * 400);

        assertEachWasAppliedOnce(400);
    }

    @Test
    void aRebalanceInMidStreamLosesNothingAndRepeatsNothing() {
        everybodyAnswers(100);
        awaitApplied(50 * 50);

        service.startInstance();
        int rounds = 100 + answersUntilTwoWork();
        awaitApplied(50 * rounds);

        assertEachWasAppliedOnce(rounds);
    }

    @Test
    void ofTwoInstancesOneIsKilledInMidStream() {
        service.startInstance();
        int rounds = answersUntilTwoWork();
        everybodyAnswers(200);

        service.killInstance();
        awaitApplied(50 * (rounds + 200));

        assertEachWasAppliedOnce(rounds + 200);
    }

    /** Everybody goes on answering until the second instance has taken over its part, and a while longer. */
    private int answersUntilTwoWork() {
        AtomicInteger rounds = new AtomicInteger();
        await().pollInterval(Duration.ofMillis(20)).until(() -> {
            everybodyAnswers(5);
            rounds.addAndGet(5);
            return service.workers() == 2;
        });
        everybodyAnswers(50);
        return rounds.get() + 50;
    }

    /** Each learner's attempts in order, those of all learners mixed. */
    private void everybodyAnswers(int times) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            for (TestLearner learner : learners) {
                messages.add(learner.answers(questions.get(i % questions.size()), i % 3 == 0 ? 0 : 1));
            }
        }
        service.send(messages);
    }

    private void awaitApplied(int attempts) {
        await().pollInterval(Duration.ofMillis(20))
                .untilAsserted(() ->
                        assertThat(count("select count(*) from prediction")).isGreaterThanOrEqualTo(attempts));
    }

    private void assertEachWasAppliedOnce(int attemptsEach) {
        assertThat(count("select count(*) from prediction")).isEqualTo(50L * attemptsEach);
        assertThat(count("select count(distinct attempt_id) from prediction")).isEqualTo(50L * attemptsEach);
        assertThat(service.query("select distinct sequence from learner")).containsExactly("" + attemptsEach);
        assertThat(service.query("select distinct attempts from belief")).containsExactly("" + attemptsEach);
        assertThat(count("select sum(attempts) from question_seen")).isEqualTo(50L * attemptsEach);
        assertThat(count("select count(*) from early_attempt")).isZero();
        assertThat(service.messages(RecommendationService.ATTEMPTS + ".parked")).isEmpty();
    }

    private long count(String query) {
        return Long.parseLong(service.query(query).getFirst());
    }
}
