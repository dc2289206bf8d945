package dev.weakspot.practice.question;

/**
 * Names one published version of a question, which never changes.
 *
 * @param question the question's id
 * @param version counts from 1
 */
public record QuestionVersion(String question, int version) {}
