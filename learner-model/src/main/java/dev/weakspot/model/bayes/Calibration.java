package dev.weakspot.model.bayes;

import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import java.util.HashMap;
import java.util.Map;

/**
 * What all learners together have taught us about questions and topics.
 *
 * <p>The one mutable thing here, because it is large and one attempt moves a handful of entries: only {@link BayesianElo} moves
 * it, many threads may read it while nobody does, and a {@link #copy()} learns on its own.
 */
public final class Calibration {

    private static final Gaussian BIAS_PRIOR = new Gaussian(0, 1);
    private static final Gaussian TOPIC_PRIOR = new Gaussian(0, 1);
    private static final double QUESTION_PRIOR_VARIANCE = 1;

    private Gaussian bias;
    private final Map<TopicSlug, Gaussian> topics;
    private final Map<QuestionId, Gaussian> questions;

    private Calibration(Gaussian bias, Map<TopicSlug, Gaussian> topics, Map<QuestionId, Gaussian> questions) {
        this.bias = bias;
        this.topics = new HashMap<>(topics);
        this.questions = new HashMap<>(questions);
    }

    /** Before the first attempt ever. */
    public static Calibration untrained() {
        return new Calibration(BIAS_PRIOR, Map.of(), Map.of());
    }

    public Calibration copy() {
        return new Calibration(bias, topics, questions);
    }

    /** A copy with these beliefs in place of the old ones. */
    public Calibration with(
            Gaussian newBias, Map<TopicSlug, Gaussian> newTopics, Map<QuestionId, Gaussian> newQuestions) {
        Calibration changed = new Calibration(newBias, topics, questions);
        changed.topics.putAll(newTopics);
        changed.questions.putAll(newQuestions);
        return changed;
    }

    /** How easy everything is. */
    public Gaussian bias() {
        return bias;
    }

    /** How much easier the topic is than others. */
    public Gaussian topic(TopicSlug topic) {
        return topics.getOrDefault(topic, TOPIC_PRIOR);
    }

    /** How hard the question is; nobody has answered it: what its author thinks. */
    public Gaussian question(Question question) {
        Gaussian learned = questions.get(question.id());
        return learned != null ? learned : new Gaussian(question.difficulty(), QUESTION_PRIOR_VARIANCE);
    }

    void setBias(Gaussian learned) {
        bias = learned;
    }

    void setTopic(TopicSlug topic, Gaussian learned) {
        topics.put(topic, learned);
    }

    void setQuestion(Question question, Gaussian learned) {
        questions.put(question.id(), learned);
    }
}
