package dev.weakspot.catalog.question;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a question asks for. */
@Serdeable
@Schema(
        type = "string",
        allowableValues = {
            "definition",
            "compare",
            "how-to",
            "how-it-works",
            "when-to-use",
            "common-mistake",
            "enumerate",
            "scenario",
            "code-reading",
            "explain-quickly",
            "behavioural",
            "ask-the-interviewer"
        })
public enum Kind {
    DEFINITION,
    COMPARE,
    HOW_TO,
    HOW_IT_WORKS,
    WHEN_TO_USE,
    COMMON_MISTAKE,
    ENUMERATE,
    SCENARIO,
    CODE_READING,
    EXPLAIN_QUICKLY,
    BEHAVIOURAL,
    ASK_THE_INTERVIEWER;

    @JsonCreator
    public static Kind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kind must be one of "
                        + Arrays.stream(values()).map(Kind::word).collect(Collectors.joining(", "))));
    }

    /** Its name everywhere but in Java: {@code how-to}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
