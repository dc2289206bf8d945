package dev.weakspot.practice.session;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the questions that come next in a session.
 *
 * @param from the position of the first of them: the one after the last that is there
 * @param questionIds the questions to take, in order; those that cannot be asked or were in the session before are left out,
 *     and what is missing then is chosen here
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record NextBlock(
        @Min(1) @Max(Session.LONGEST + 1) int from,

        @Nullable @Size(max = Session.LONGEST) List<@NotNull @Pattern(regexp = Session.SLUG) String> questionIds) {}
