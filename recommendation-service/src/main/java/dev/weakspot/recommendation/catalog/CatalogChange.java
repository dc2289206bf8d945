package dev.weakspot.recommendation.catalog;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/** What a message of the catalog tells. Fields and words that it does not name are ignored. */
sealed interface CatalogChange {

    /** A message on {@code catalog.topics.v1}. */
    @Serdeable
    record TopicPublished(String slug, String title, String group, List<String> prerequisites)
            implements CatalogChange {
        public TopicPublished {
            prerequisites = List.copyOf(prerequisites);
        }
    }

    record TopicWithdrawn(String slug) implements CatalogChange {}

    /** A message on {@code catalog.questions.v1}, without what only a grader needs. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record QuestionPublished(
            String questionId, int version, String kind, String level, double difficulty, List<String> topics)
            implements CatalogChange {
        public QuestionPublished {
            topics = List.copyOf(topics);
            if (version < 1 || topics.isEmpty()) {
                throw new IllegalArgumentException("A question has a version from 1 on and at least one topic");
            }
        }
    }

    record QuestionWithdrawn(String questionId) implements CatalogChange {}
}
