package dev.weakspot.catalog.topic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.regex.Pattern;

/** The name of a topic, stable for ever: {@code orm-queries}. */
@Serdeable
@Schema(type = "string", pattern = TopicSlug.SHAPE)
public record TopicSlug(String value) {

    static final String SHAPE = "[a-z0-9][a-z0-9.-]{0,79}";
    private static final Pattern PATTERN = Pattern.compile(SHAPE);

    public TopicSlug {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a topic's slug has 1 to 80 of a-z, 0-9, dot and dash, and begins with a letter or digit");
        }
    }

    @JsonCreator
    public static TopicSlug of(String value) {
        return new TopicSlug(value);
    }

    @JsonValue
    @Override
    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return value;
    }
}
