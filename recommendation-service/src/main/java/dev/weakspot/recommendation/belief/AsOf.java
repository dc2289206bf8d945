package dev.weakspot.recommendation.belief;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fresh an answer is.
 *
 * @param sequence the learner's last attempt that it takes into account; 0 before the first
 * @param time when that attempt was answered; absent before the first
 * @param model name and version of the model that believes it, and after @ how many attempts it has learned from
 * @param behind whether the attempt that the caller asked for is not yet taken into account
 */
@Serdeable
public record AsOf(long sequence, @Nullable Instant time, String model, boolean behind) {

    public static AsOf of(Knowledge knowledge, long wanted) {
        return new AsOf(
                knowledge.sequence(),
                knowledge.answeredAt().orElse(null),
                knowledge.model().toString(),
                knowledge.sequence() < wanted);
    }
}
