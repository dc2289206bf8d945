package dev.weakspot.web.service;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question with its key: for whoever acts as an author, never for a page. */
@Serdeable(naming = SnakeCaseStrategy.class)
public record KeyedQuestion(
        String questionId, int version, double difficulty, int expectedSeconds, List<String> topics, AnswerKey answer) {

    /** The key; of its parts those that the type has. */
    @Serdeable
    public record AnswerKey(
            String type,
            @Nullable List<Option> choices,
            @Nullable List<Option> items,
            @Nullable List<String> accepted,
            @Nullable String prints,
            @Nullable List<Criterion> criteria) {}

    @Serdeable
    public record Option(String id, @Nullable Boolean correct) {

        public boolean isCorrect() {
            return Boolean.TRUE.equals(correct);
        }
    }

    @Serdeable
    public record Criterion(String name) {}

    @Serdeable
    record Found(List<KeyedQuestion> items, long total) {}
}
