package dev.weakspot.catalog.doctor;

import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** How much a finding matters. */
@Serdeable
@Schema(
        type = "string",
        allowableValues = {"error", "warning", "note"})
public enum Severity {
    /** A learner would be told something wrong, or nothing. */
    ERROR,
    /** A learner would be served badly. */
    WARNING,
    /** Worth a look; may well be right as it is. */
    NOTE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
