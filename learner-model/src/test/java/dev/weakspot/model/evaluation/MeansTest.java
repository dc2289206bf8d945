package dev.weakspot.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeansTest {

    private static final TopicSlug JOINS = new TopicSlug("joins");
    private static final TopicSlug KEYS = new TopicSlug("keys");

    @Test
    void sharesLeanOnWiderOnesWhileTheyAreFew() {
        Means means = new Means(Means.Scope.LEARNER_AND_TOPIC);

        double first = means.learn(answer(0, 1, JOINS));
        double second = means.learn(answer(0, 1, JOINS));

        assertThat(first).isEqualTo(.5);
        double overall = (1 + 2 * .5) / 3;
        double topic = (1 + 2 * overall) / 3;
        assertThat(second).isCloseTo((1 + 2 * topic) / 3, within(1e-12));
    }

    @Test
    void aQuestionOnTwoTopicsLiesBetweenThem() {
        Means means = new Means(Means.Scope.TOPIC);
        means.learn(answer(0, 1, JOINS));
        means.learn(answer(1, 0, KEYS));

        double expected = means.learn(answer(2, 1, JOINS, KEYS));

        assertThat(expected).isCloseTo(.5, within(1e-12));
    }

    @Test
    void whoFollowsKeepsTheSharesOfAll() {
        Means means = new Means(Means.Scope.LEARNER_AND_TOPIC);

        means.follow(answer(0, 1, JOINS));

        assertThat(means.topicMean(JOINS)).isEqualTo(.5);
        assertThat(means.learnerMean(0, JOINS)).isGreaterThan(.5);
    }

    @Test
    void performanceFactorsLearnWhatSuccessesOnATopicSay() {
        PerformanceFactors factors = new PerformanceFactors();
        for (int learner = 0; learner < 200; learner++) {
            int able = learner % 2;
            for (int i = 0; i < 5; i++) {
                factors.learn(answer(learner, able, JOINS));
            }
        }

        factors.follow(answer(1_000, 1, JOINS));
        factors.follow(answer(2_000, 0, JOINS));

        assertThat(factors.follow(answer(1_000, 1, JOINS))).isGreaterThan(.8);
        assertThat(factors.follow(answer(2_000, 1, JOINS))).isLessThan(.2);
    }

    private static Answer answer(int learner, double score, TopicSlug... topics) {
        Question question = new Question(new QuestionId("any"), List.of(topics), 0);
        return new Answer(learner, "", new Attempt(question, score, Attempt.UNDATED));
    }
}
