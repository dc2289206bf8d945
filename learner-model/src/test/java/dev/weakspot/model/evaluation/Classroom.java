package dev.weakspot.model.evaluation;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Simulated learners whose success depends on them, their topics and the questions. */
final class Classroom {

    static final int TOPICS = 8;
    private static final int QUESTIONS_PER_TOPIC = 10;

    private final Random random;
    private final boolean isFair;

    /** @param isFair whether who is able succeeds more often; otherwise a coin decides */
    Classroom(long seed, boolean isFair) {
        random = new Random(seed);
        this.isFair = isFair;
    }

    /** Learners in turn, the last quarter of them in the split {@code test}. */
    List<Answer> answers(int learners, int answersEach) {
        double[] difficulty =
                random.doubles(TOPICS * QUESTIONS_PER_TOPIC, -1.5, 1.5).toArray();
        double[] general = random.doubles(learners, -1, 1).toArray();
        double[] special = random.doubles((long) learners * TOPICS, -1.5, 1.5).toArray();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < answersEach; i++) {
            for (int learner = 0; learner < learners; learner++) {
                int number = random.nextInt(difficulty.length);
                int topic = number % TOPICS;
                double logit = general[learner] + special[TOPICS * learner + topic] - difficulty[number];
                double chance = isFair ? 1 / (1 + Math.exp(-logit)) : .5;
                Question question = new Question(new QuestionId("q" + number), List.of(new TopicSlug("t" + topic)), 0);
                double score = random.nextDouble() < chance ? 1 : 0;
                String split = 4 * learner < 3 * learners ? "train" : "test";
                answers.add(new Answer(learner, split, new Attempt(question, score, Attempt.UNDATED)));
            }
        }
        return answers;
    }
}
