package dev.weakspot.web.service;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A graded attempt: what was answered, and what came of it.
 *
 * @param feedback on each part of the answer
 * @param explanation in Markdown
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record Attempt(
        UUID attemptId,
        long sequence,
        String questionId,
        int questionVersion,
        @Nullable Map<String, Object> answer,
        double score,
        boolean correct,
        String gradedBy,
        List<Feedback> feedback,
        String explanation,
        @Nullable String howToAnswer,
        @Nullable Double certainty,
        Instant recordedAt) {

    /** Whether this is what was answered; choices have no order. */
    public boolean says(Map<String, Object> other) {
        Map<String, Object> recorded = answer == null ? Map.of() : answer;
        return other.entrySet().stream()
                .allMatch(said ->
                        isAlike(said.getKey(), said.getValue(), recorded.getOrDefault(said.getKey(), List.of())));
    }

    private static boolean isAlike(String field, Object one, Object other) {
        return field.equals("order") ? one.equals(other) : unordered(one).equals(unordered(other));
    }

    private static Object unordered(Object value) {
        return value instanceof List<?> several ? Set.copyOf(several) : value;
    }

    /** A remark on a choice, an item, a criterion, a line or the whole answer. */
    @Serdeable
    public record Feedback(String about, boolean right, String text) {}
}
