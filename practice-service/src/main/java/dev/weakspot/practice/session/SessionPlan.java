package dev.weakspot.practice.session;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a learner wants to work through.
 *
 * @param sessionId made by the client, once per session: sending it again is harmless
 * @param size how many questions, at most
 * @param questionIds the questions to begin with, in order; those that cannot be asked are left out, and what is missing then
 *     is chosen here
 * @param topic of which topic to choose; absent is any of the collections that the learner practises in
 * @param level of which level to choose, in the catalog's words; absent is any
 * @param whole whether all questions are laid out at once; otherwise it begins with a block, and the next one can follow what
 *     the first one showed
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record SessionPlan(
        @NotNull UUID sessionId,
        @Min(1) @Max(Session.LONGEST) int size,

        @Nullable @Size(max = Session.LONGEST) List<@NotNull @Pattern(regexp = Session.SLUG) String> questionIds,

        @Nullable @Pattern(regexp = Session.SLUG) String topic,

        @Nullable @Pattern(regexp = "junior|mid|senior") String level,

        @Nullable Boolean whole) {

    int firstBlock() {
        return Boolean.TRUE.equals(whole) ? size : Math.min(size, Session.BLOCK);
    }
}
