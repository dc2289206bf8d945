package dev.weakspot.catalog.bank;

import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** How far the service has come with its bank. */
@Serdeable
@Schema(
        type = "string",
        allowableValues = {"off", "loading", "loaded", "failed"})
enum BankState {
    OFF,
    LOADING,
    LOADED,
    FAILED;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
