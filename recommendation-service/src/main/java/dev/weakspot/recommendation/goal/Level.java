package dev.weakspot.recommendation.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Of the role that somebody wants. Who is at one is expected to know the answers that those below it are, too. */
@Serdeable
@Schema(
        type = "string",
        allowableValues = {"junior", "mid", "senior"})
enum Level {
    JUNIOR,
    MID,
    SENIOR;

    @JsonCreator
    static Level of(String word) {
        return find(word).orElseThrow(() -> new IllegalArgumentException("level must be one of junior, mid, senior"));
    }

    private static Optional<Level> find(String word) {
        return Arrays.stream(values())
                .filter(level -> level.word().equals(word))
                .findFirst();
    }

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody of this level is expected to know the answer. What we know no word for yet is for the highest. */
    boolean isAsked(String levelOfQuestion) {
        return find(levelOfQuestion).orElse(SENIOR).compareTo(this) <= 0;
    }
}
