package dev.weakspot.model.simulation;

import dev.weakspot.model.Question;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.choice.Landscape;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a policy sees of a learner: what the model believes, what was practised, and the bank. Never the truth. */
public interface Desk extends Landscape {

    /** The slugs of all topics, always in the same order. */
    List<TopicSlug> topicSlugs();

    /** The questions of a topic that the learner has not had; all of them when there is none left. */
    List<Question> freshQuestions(TopicSlug topic);

    /** The questions that the learner has not had; all of them when there is none left. */
    List<Question> freshQuestions();

    /** What the model expects of the learner on a question. */
    double predicted(Question question);

    /** What the model expects of the learner on a topic. */
    double mastery(TopicSlug topic);

    default Question anyQuestion(RandomGenerator random) {
        return any(freshQuestions(), random);
    }

    static <T> T any(List<T> things, RandomGenerator random) {
        return things.get(random.nextInt(things.size()));
    }
}
