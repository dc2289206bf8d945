package dev.weakspot.practice.history;

import dev.weakspot.practice.learner.LearnerId;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.validation.Validated;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Shows learners what their attempts add up to. */
@Controller("/api/v1/learners/me")
@Secured("learner")
@Validated
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "History")
class HistoryController {

    private final Tallies tallies;
    private final Clock clock;

    HistoryController(Tallies tallies, Clock clock) {
        this.tallies = tallies;
        this.clock = clock;
    }

    /**
     * Lists the days on which the signed-in learner has answered something, oldest first.
     *
     * @param timeZone where the days begin and end, such as Europe/Berlin; UTC when absent
     * @param days how far back, today included
     */
    @Get("/days{?time_zone,days}")
    @ApiResponse(
            responseCode = "200",
            description = "The days with attempts",
            content = @Content(schema = @Schema(implementation = Days.class)))
    @ApiResponse(responseCode = "400", description = "unknown-time-zone, invalid-request")
    Days days(
            Authentication learner,
            @Parameter(required = false) @QueryValue(value = "time_zone", defaultValue = "UTC") @Size(max = 60) String timeZone,
            @Parameter(required = false) @QueryValue(defaultValue = "365") @Min(1) @Max(3660) int days) {
        ZoneId zone = zone(timeZone);
        Instant since = LocalDate.now(clock.withZone(zone))
                .minusDays(days - 1L)
                .atStartOfDay(zone)
                .toInstant();
        return Days.of(tallies.listQuarters(LearnerId.of(learner).value(), since), zone);
    }

    /** Compares how sure the signed-in learner was with what came out, and their own grades with those of a key. */
    @Get("/calibration")
    Calibration calibration(Authentication learner) {
        LearnerId id = LearnerId.of(learner);
        return Calibration.of(tallies.listByCertainty(id.value()), tallies.getSelfGrades(id.value()));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new UnknownTimeZone();
        }
    }
}
