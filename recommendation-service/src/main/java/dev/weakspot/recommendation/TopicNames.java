package dev.weakspot.recommendation;

import io.micronaut.context.annotation.ConfigurationProperties;

/** What the topics on Kafka are called; {@code contracts/asyncapi.yaml} has the law. */
@ConfigurationProperties("weakspot.topics")
public record TopicNames(
        String catalogTopics, String catalogQuestions, String practiceAttempts, String recommendationBeliefs) {}
