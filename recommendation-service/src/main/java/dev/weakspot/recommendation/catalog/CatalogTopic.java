package dev.weakspot.recommendation.catalog;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.List;

/** A topic of the catalog. */
@MappedEntity("catalog_topic")
public record CatalogTopic(
        @Id String slug,
        String title,
        String topicGroup,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> prerequisites,
        boolean withdrawn) {

    public CatalogTopic {
        prerequisites = List.copyOf(prerequisites);
    }
}
