package dev.weakspot.practice.question;

import dev.weakspot.practice.grading.AnswerKey;
import java.util.List;

/**
 * One version of a question, as far as grading an answer to it needs.
 *
 * @param kind the catalog's word for what it asks for
 * @param difficulty the author's prior on the logit scale
 * @param topics slugs, the main one first
 * @param withdrawn whether the catalog has withdrawn the question, in all versions
 */
public record Question(
        QuestionVersion id,
        String kind,
        double difficulty,
        List<String> topics,
        String assesses,
        AnswerKey key,
        String explanation,
        boolean withdrawn) {

    public Question {
        topics = List.copyOf(topics);
    }
}
