package dev.weakspot.model;

import java.util.List;
import java.util.Set;

/**
 * What a model needs to know of a question.
 *
 * @param topics the topics it asks about, the main one first, each once
 * @param difficulty what its author thinks, on the logit scale: 0 is middling, +2 is hard
 */
public record Question(QuestionId id, List<TopicSlug> topics, double difficulty) {

    public Question {
        topics = List.copyOf(topics);
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("Question " + id + " has no topic.");
        }
        if (Set.copyOf(topics).size() < topics.size()) {
            throw new IllegalArgumentException("Question " + id + " names a topic twice.");
        }
        if (!Double.isFinite(difficulty)) {
            throw new IllegalArgumentException("Question " + id + " has no finite difficulty.");
        }
    }
}
