package dev.weakspot.web.ops;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The newest attempts of all learners, newest first; pseudonyms, no answers. */
@Serdeable
public record Tail(List<Item> items) {

    @Serdeable(naming = SnakeCaseStrategy.class)
    public record Item(
            UUID attemptId,
            UUID learnerId,
            long sequence,
            String questionId,
            List<String> topics,
            double score,
            String gradedBy,
            @Nullable Boolean simulated,
            Instant recordedAt) {

        public boolean isSimulated() {
            return Boolean.TRUE.equals(simulated);
        }
    }
}
