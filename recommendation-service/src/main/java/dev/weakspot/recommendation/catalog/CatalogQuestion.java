package dev.weakspot.recommendation.catalog;

import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest published version of a question, without its text and its answer key.
 *
 * @param expectedSeconds time that a prepared learner needs; unknown of what was drawn before we kept it, until it is read again
 */
@MappedEntity("catalog_question")
public record CatalogQuestion(
        @Id String id,
        int version,
        String kind,
        String level,
        double difficulty,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> topics,
        @Nullable Integer expectedSeconds,
        boolean withdrawn) {

    private static final Duration USUALLY = Duration.ofMinutes(2);

    public CatalogQuestion {
        topics = List.copyOf(topics);
    }

    /** Time that a prepared learner needs, as its author thinks. */
    public Duration expectedTime() {
        return expectedSeconds == null ? USUALLY : Duration.ofSeconds(expectedSeconds);
    }

    /** What the learner model needs of it. */
    public Question toQuestion() {
        // Distinct: what is stored may be older than the rule that no topic is named twice.
        return new Question(
                new QuestionId(id),
                topics.stream().distinct().map(TopicSlug::new).toList(),
                difficulty);
    }
}
