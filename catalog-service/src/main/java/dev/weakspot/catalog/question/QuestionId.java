package dev.weakspot.catalog.question;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.regex.Pattern;

/** The name of a question, stable for ever and the same in every version: {@code queryset-is-lazy}. */
@Serdeable
@Schema(type = "string", pattern = QuestionId.SHAPE)
public record QuestionId(String value) {

    static final String SHAPE = "[a-z0-9][a-z0-9.-]{0,79}";
    private static final Pattern PATTERN = Pattern.compile(SHAPE);

    public QuestionId {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a question's id has 1 to 80 of a-z, 0-9, dot and dash, and begins with a letter or digit");
        }
    }

    @JsonCreator
    public static QuestionId of(String value) {
        return new QuestionId(value);
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
