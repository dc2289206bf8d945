package dev.weakspot.model;

import java.time.Instant;
import java.util.Collection;

/**
 * A model of learners: predicts an answer before it is given and learns from it afterwards.
 *
 * <p>Deterministic: the same attempts in the same order give the same states, bit for bit. The calibration is moved in place by
 * {@link #after} and so belongs to one thread while somebody learns. A model may move learner states in place, too: one that
 * went into {@link #after} is spent, and only the returned one counts.
 *
 * @param <L> what is believed about one learner
 * @param <C> what is believed about questions and topics, common to all learners
 */
public interface LearnerModel<L, C> {

    /** Name and version, such as {@code bayesian-elo/1}; a new version wherever the same attempts give other numbers. */
    String version();

    /** What is believed about somebody who has answered nothing yet. */
    L newLearner();

    /** Expected success on a question that may or may not have been answered before. */
    Estimate predict(L learner, C calibration, Question question);

    /** As {@link #predict(Object, Object, Question)}, at a time: what has been forgotten by then counts. */
    default Estimate predict(L learner, C calibration, Question question, Instant at) {
        return predict(learner, calibration, question);
    }

    /**
     * Expected success on a topic: the mean over its questions. The interval is about the learner, whose level all questions
     * share; doubts about single questions average out.
     *
     * @param questions the topic's questions; when there are none, a typical question of the topic stands for them
     */
    Estimate mastery(L learner, C calibration, TopicSlug topic, Collection<Question> questions);

    /** As {@link #mastery(Object, Object, TopicSlug, Collection)}, at a time: what has been forgotten by then counts. */
    default Estimate mastery(L learner, C calibration, TopicSlug topic, Collection<Question> questions, Instant at) {
        return mastery(learner, calibration, topic, questions);
    }

    /** How unsure the model is of the learner's own level on the topic: a standard deviation on the logit scale. */
    double doubt(L learner, TopicSlug topic);

    /** As {@link #doubt(Object, TopicSlug)}, at a time: doubt grows with the time away. */
    default double doubt(L learner, TopicSlug topic, Instant at) {
        return doubt(learner, topic);
    }

    /** What is believed about the learner after the attempt. Moves the calibration, too. */
    L after(L learner, C calibration, Attempt attempt);
}
