package dev.weakspot.web.mydata;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** All attempts of a learner as a table, the newest first: a column for each thing that is kept of one. */
@Singleton
class AttemptsCsv {

    private static final List<String> COLUMNS = List.of(
            "sequence",
            "attempt_id",
            "answered_at",
            "recorded_at",
            "question_id",
            "question_version",
            "question_kind",
            "topics",
            "answer",
            "score",
            "correct",
            "graded_by",
            "response_time_ms",
            "hints_used",
            "certainty",
            "self_rating",
            "session_id",
            "simulated");

    private final JsonMapper json;

    AttemptsCsv(JsonMapper json) {
        this.json = json;
    }

    /** A head, and then a part for each page. */
    Iterator<String> parts(Walk attempts) {
        Stream<String> rows = attempts.pages()
                .map(page -> page.items().stream().map(this::row).collect(Collectors.joining()));
        return Stream.concat(Stream.of(Csv.row(COLUMNS)), rows).iterator();
    }

    private String row(JsonNode attempt) {
        return Csv.row(
                COLUMNS.stream().map(column -> value(attempt.get(column))).toList());
    }

    /** Lists become words, and what has parts of its own stays JSON. */
    private String value(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return "";
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.values().spliterator(), false)
                    .map(JsonNode::coerceStringValue)
                    .collect(Collectors.joining(" "));
        }
        try {
            return node.isValueNode()
                    ? node.coerceStringValue()
                    : new String(json.writeValueAsBytes(node), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
