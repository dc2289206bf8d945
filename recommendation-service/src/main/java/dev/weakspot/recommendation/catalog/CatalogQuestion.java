package dev.weakspot.recommendation.catalog;

import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.List;

/** The newest published version of a question, without its text and its answer key. */
@MappedEntity("catalog_question")
public record CatalogQuestion(
        @Id String id,
        int version,
        String kind,
        String level,
        double difficulty,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> topics,
        boolean withdrawn) {

    public CatalogQuestion {
        topics = List.copyOf(topics);
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
