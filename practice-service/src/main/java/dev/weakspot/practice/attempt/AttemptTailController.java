package dev.weakspot.practice.attempt;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.validation.Validated;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/** Lets analysts and ops watch attempts as they come. */
@Controller("/api/v1/attempts")
@Secured({"analyst", "ops"})
@Validated
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Attempts")
class AttemptTailController {

    private final Attempts attempts;

    AttemptTailController(Attempts attempts) {
        this.attempts = attempts;
    }

    /**
     * Lists the newest attempts of all learners, newest first. A glance for people: when more come than the limit, or two
     * instances record at once, some are passed over. Whoever needs all of them reads {@code practice.attempts.v1}.
     *
     * @param after {@code cursor} of the answer before: only what is newer
     * @param limit attempts at most
     */
    @Get("{?after,limit}")
    AttemptTail newest(
            @Parameter(required = false)
                    @QueryValue(defaultValue = TailCursor.BEGINNING)
                    @Pattern(regexp = TailCursor.PATTERN) String after,
            @Parameter(required = false) @QueryValue(defaultValue = "50") @Min(1) @Max(200) int limit) {
        TailCursor cursor = TailCursor.of(after);
        return AttemptTail.of(attempts.listRecordedAfter(cursor.at(), cursor.attempt(), limit), cursor);
    }
}
