package dev.weakspot.practice.question;

import dev.weakspot.practice.grading.AnswerKey;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One version of a question, as far as grading an answer to it needs.
 *
 * @param kind the catalog's word for what it asks for
 * @param level the catalog's word for whom it is for; may be empty
 * @param difficulty the author's prior on the logit scale
 * @param topics slugs, the main one first
 * @param topicWeights how much a further topic counts, for those that count less than the main one
 * @param howToAnswer advice on answering; may be empty
 * @param withdrawn whether the catalog has withdrawn the question, in all versions
 */
public record Question(
        QuestionVersion id,
        String kind,
        String level,
        double difficulty,
        List<String> topics,
        Map<String, Double> topicWeights,
        String assesses,
        AnswerKey key,
        String explanation,
        String howToAnswer,
        boolean withdrawn) {

    public Question {
        topics = List.copyOf(topics);
        topicWeights = Collections.unmodifiableMap(new TreeMap<>(topicWeights));
    }
}
