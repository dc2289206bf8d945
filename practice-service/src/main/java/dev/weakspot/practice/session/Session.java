package dev.weakspot.practice.session;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as its learner sees it.
 *
 * @param status running or completed
 * @param size how many items it will have in the end; less than was asked for when there are no more questions
 * @param answered how many items have an attempt
 * @param correct how many of them are right in every part
 * @param meanScore of what is answered; absent when nothing is
 * @param items in order; absent in lists of sessions
 * @param next the position of the first item that waits for an answer; absent when none of those laid out does
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record Session(
        UUID sessionId,
        String status,
        int size,
        @Nullable String topic,
        @Nullable String level,
        Instant startedAt,
        @Nullable Instant completedAt,
        int answered,
        int correct,
        @Nullable Double meanScore,
        @Nullable List<Item> items,
        @Nullable Integer next) {

    /** Questions in a block, unless the learner wants all at once. */
    static final int BLOCK = 5;

    static final int LONGEST = 50;
    static final String SLUG = "[a-z0-9][a-z0-9.-]{0,79}";

    /**
     * A question of a session.
     *
     * @param position counts from 1
     * @param attemptId the id under which to answer it
     * @param chosenBy {@code recommendation} when the client named it, else {@code practice}
     * @param withdrawn whether it takes no answer any more; it is passed over then
     * @param answered what became of the answer; absent when there is none
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Item(
            int position,
            UUID attemptId,
            String questionId,
            int questionVersion,
            String questionKind,
            List<String> topics,
            String chosenBy,
            boolean withdrawn,
            @Nullable Answered answered) {

        private boolean waits() {
            return answered == null && !withdrawn;
        }
    }

    /** The grade of an item's attempt; the attempt itself has the rest. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Answered(double score, boolean correct, long sequence, String gradedBy, Instant recordedAt) {}

    static Session withoutItems(SessionRow row) {
        return new Session(
                row.id(),
                row.status(),
                row.size(),
                row.topic(),
                row.level(),
                row.startedAt(),
                row.completedAt(),
                row.answered(),
                row.correct(),
                row.meanScore(),
                null,
                null);
    }

    static Session of(SessionRow row, List<ItemRow> rows) {
        List<Item> items = rows.stream().map(ItemRow::toItem).toList();
        return new Session(
                row.id(),
                row.status(),
                row.size(),
                row.topic(),
                row.level(),
                row.startedAt(),
                row.completedAt(),
                row.answered(),
                row.correct(),
                row.meanScore(),
                items,
                row.isCompleted() ? null : next(items));
    }

    private static @Nullable Integer next(List<Item> items) {
        return items.stream()
                .filter(Item::waits)
                .map(Item::position)
                .findFirst()
                .orElse(null);
    }
}
