package dev.weakspot.catalog;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.NotBlank;

/**
 * Where the catalog's events go. The defaults are the addresses in {@code contracts/asyncapi.yaml}.
 *
 * @param catalogTopics topics of the question bank
 * @param catalogQuestions newest published version of each question, with its answer key
 */
@ConfigurationProperties("weakspot.topics")
public record KafkaTopics(
        @Bindable(defaultValue = "catalog.topics.v1") @NotBlank String catalogTopics,

        @Bindable(defaultValue = "catalog.questions.v1") @NotBlank String catalogQuestions) {}
