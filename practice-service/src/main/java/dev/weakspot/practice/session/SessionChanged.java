package dev.weakspot.practice.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events on {@code practice.sessions.v1}, as {@code contracts/} describes them. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionChanged(
        String type,
        UUID sessionId,
        UUID learnerId,
        int size,
        @Nullable String topic,
        @Nullable String level,
        List<Item> items,
        Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable Integer answered,
        @Nullable Integer correct,
        @Nullable Double meanScore) {

    /** What is asked, and under which id it is answered. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Item(
            int position,
            UUID attemptId,
            String questionId,
            int questionVersion,
            String questionKind,
            List<String> topics,
            String chosenBy) {

        static Item of(ItemRow row) {
            return new Item(
                    row.position(),
                    row.attemptId(),
                    row.questionId(),
                    row.questionVersion(),
                    row.questionKind(),
                    row.topics(),
                    row.chosenBy());
        }
    }

    static SessionChanged started(SessionRow row, List<ItemRow> items) {
        return new SessionChanged(
                "SessionStarted",
                row.id(),
                row.learnerId(),
                row.size(),
                row.topic(),
                row.level(),
                items.stream().map(Item::of).toList(),
                row.startedAt(),
                null,
                null,
                null,
                null);
    }

    static SessionChanged completed(SessionRow row, List<ItemRow> items) {
        return new SessionChanged(
                "SessionCompleted",
                row.id(),
                row.learnerId(),
                row.size(),
                row.topic(),
                row.level(),
                items.stream().map(Item::of).toList(),
                row.startedAt(),
                row.completedAt(),
                row.answered(),
                row.correct(),
                row.meanScore());
    }
}
