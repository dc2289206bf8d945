package dev.weakspot.recommendation.catalog;

import dev.weakspot.recommendation.BrokenContract;
import dev.weakspot.recommendation.Slugs;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/** What a message of the catalog tells. Fields and words that it does not name are ignored. */
sealed interface CatalogChange {

    /** What it is about: a topic's slug or a question's id, by which kind of the two. */
    Subject subject();

    /** A topic or a question. */
    record Subject(boolean isTopic, String id) {}

    /** A message on {@code catalog.topics.v1}. */
    @Serdeable
    record TopicPublished(String slug, String title, String group, List<String> prerequisites)
            implements CatalogChange {
        public TopicPublished {
            prerequisites = Slugs.checked(prerequisites);
        }

        @Override
        public Subject subject() {
            return new Subject(true, slug);
        }
    }

    record TopicWithdrawn(String slug) implements CatalogChange {
        @Override
        public Subject subject() {
            return new Subject(true, slug);
        }
    }

    /** A message on {@code catalog.questions.v1}, without what only a grader needs. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record QuestionPublished(
            String questionId,
            int version,
            String kind,
            String level,
            double difficulty,
            List<String> topics,
            int expectedSeconds)
            implements CatalogChange {
        public QuestionPublished {
            topics = Slugs.checked(topics);
            if (version < 1 || topics.isEmpty()) {
                throw new IllegalArgumentException("A question has a version from 1 on and at least one topic");
            }
            if (expectedSeconds < 1 || expectedSeconds > 3600) {
                throw new BrokenContract("expected_seconds is from 1 to 3600");
            }
        }

        @Override
        public Subject subject() {
            return new Subject(false, questionId);
        }
    }

    record QuestionWithdrawn(String questionId) implements CatalogChange {
        @Override
        public Subject subject() {
            return new Subject(false, questionId);
        }
    }
}
