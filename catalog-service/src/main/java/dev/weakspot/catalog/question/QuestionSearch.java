package dev.weakspot.catalog.question;

import dev.weakspot.catalog.topic.TopicSlug;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which questions somebody looks for. A question is found when it fits every part; an empty list fits all.
 *
 * @param topic about one of these topics
 * @param kind asking for one of these
 * @param level for one of these levels
 * @param minDifficulty as hard as this or harder
 * @param maxDifficulty as hard as this or easier
 * @param text words as one types them into a search engine: "a phrase", or, -without; best matches come first
 * @param facets whether to count the found questions by topic, kind, level and difficulty
 * @param page which page, from 0
 * @param size how many on a page
 */
@Introspected
public record QuestionSearch(
        @QueryValue("topic") @Nullable @Size(max = 20) List<TopicSlug> topic,

        @QueryValue("kind") @Nullable @Size(max = 20) List<Kind> kind,

        @QueryValue("level") @Nullable @Size(max = 3) List<Level> level,

        @Parameter(required = false)
        @QueryValue(value = "min_difficulty", defaultValue = "-4")
        @DecimalMin("-4") @DecimalMax("4") double minDifficulty,

        @Parameter(required = false)
        @QueryValue(value = "max_difficulty", defaultValue = "4")
        @DecimalMin("-4") @DecimalMax("4") double maxDifficulty,

        @Parameter(required = false) @QueryValue(value = "q", defaultValue = "") @Size(max = 200) String text,

        @Parameter(required = false) @QueryValue(defaultValue = "false")
        boolean facets,

        @Parameter(required = false) @QueryValue(defaultValue = "0") @Min(0) @Max(1_000_000) int page,

        @Parameter(required = false) @QueryValue(defaultValue = "20") @Min(1) @Max(100) int size) {

    private static final double EASIEST = -4;
    private static final double HARDEST = 4;

    boolean hasText() {
        return !text.isBlank();
    }

    boolean isOfAnyDifficulty() {
        return minDifficulty <= EASIEST && maxDifficulty >= HARDEST;
    }

    QuestionSearch withText(String other) {
        return new QuestionSearch(topic, kind, level, minDifficulty, maxDifficulty, other, facets, page, size);
    }

    // A query that says nothing arrives as null, and goes no further than here.

    @Override
    public List<TopicSlug> topic() {
        return topic == null ? List.of() : List.copyOf(topic);
    }

    @Override
    public List<Kind> kind() {
        return kind == null ? List.of() : List.copyOf(kind);
    }

    @Override
    public List<Level> level() {
        return level == null ? List.of() : List.copyOf(level);
    }
}
