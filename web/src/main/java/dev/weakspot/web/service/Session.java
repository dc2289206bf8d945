package dev.weakspot.web.service;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A set of questions that a learner works through.
 *
 * @param size how many it is to have in the end
 * @param items those that have been chosen so far, in order
 * @param next position of the first one without an answer
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record Session(
        UUID sessionId,
        String status,
        int size,
        @Nullable String topic,
        Instant startedAt,
        List<Item> items,
        @Nullable Integer next) {

    /** A question of a set. Whoever answers it uses the attempt's id, so that it is answered once. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    public record Item(
            int position,
            UUID attemptId,
            String questionId,
            int questionVersion,
            List<String> topics,
            String chosenBy,
            @Nullable Answered answered) {}

    /** What came of it. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    public record Answered(double score, boolean correct, long sequence) {}

    public boolean isCompleted() {
        return status.equals("completed");
    }

    public Optional<Item> item(int position) {
        return items.stream().filter(item -> item.position() == position).findFirst();
    }

    public List<Answered> answers() {
        return items.stream()
                .map(Item::answered)
                .<Answered>mapMulti((answered, sink) -> {
                    if (answered != null) {
                        sink.accept(answered);
                    }
                })
                .toList();
    }

    /** The number of the learner's newest attempt in it; 0 before the first. */
    public long newestSequence() {
        return answers().stream().mapToLong(Answered::sequence).max().orElse(0);
    }
}
