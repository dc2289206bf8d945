package dev.weakspot.catalog.question;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Locale;

/** Who is expected to know the answer. */
@Serdeable
@Schema(
        type = "string",
        allowableValues = {"junior", "mid", "senior"})
public enum Level {
    JUNIOR,
    MID,
    SENIOR;

    @JsonCreator
    public static Level of(String word) {
        return Arrays.stream(values())
                .filter(level -> level.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("level must be one of junior, mid, senior"));
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
