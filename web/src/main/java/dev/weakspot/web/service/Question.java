package dev.weakspot.web.service;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version of a question without its key; it never changes.
 *
 * @param stem and all other texts in Markdown
 * @param answerType which kind of answer it asks for: single-choice, multiple-choice, short-text, code-output, ordering or rubric
 * @param choices of the two kinds that have them
 * @param items of ordering, in no order
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record Question(
        String questionId,
        int version,
        String kind,
        String level,
        int expectedSeconds,
        List<String> topics,
        @Nullable String appliesTo,
        String stem,
        @Nullable List<String> hints,
        @Nullable String howToAnswer,
        String answerType,
        @Nullable List<Option> choices,
        @Nullable List<Option> items) {

    private static final int OPENING = 90;
    private static final Pattern FENCED = Pattern.compile("(?s)```.*?(```|$)");

    /** Something to choose or to put in order, by its letter. */
    @Serdeable
    public record Option(String id, String text) {}

    /** The first words of its stem as a line of a list: without its code, unless it is nothing else. */
    public String opening() {
        String words = FENCED.matcher(stem).replaceAll(" ");
        String line = (words.isBlank() ? stem : words)
                .replaceAll("(?m)^>|[*`]", "")
                .replaceAll("\\s+", " ")
                .strip();
        if (line.length() <= OPENING) {
            return line;
        }
        int end = line.lastIndexOf(' ', OPENING);
        return line.substring(0, end < 0 ? OPENING : end) + "\u00a0…";
    }

    public List<Option> options() {
        return choices != null ? choices : items != null ? items : List.of();
    }

    public List<String> allHints() {
        return hints == null ? List.of() : hints;
    }
}
