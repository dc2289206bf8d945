package dev.weakspot.model;

import java.util.List;

/**
 * What a model needs to know of a question.
 *
 * @param topics the topics it asks about, the main one first
 * @param difficulty what its author thinks, on the logit scale: 0 is middling, +2 is hard
 */
public record Question(QuestionId id, List<TopicSlug> topics, double difficulty) {

    public Question {
        topics = List.copyOf(topics);
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("Question " + id + " has no topic.");
        }
        if (!Double.isFinite(difficulty)) {
            throw new IllegalArgumentException("Question " + id + " has no finite difficulty.");
        }
    }
}
