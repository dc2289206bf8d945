package dev.weakspot.catalog.topic;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.weakspot.problem.StorableText;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;

/**
 * Something a learner can be strong or weak at. It travels in this shape, over REST and on Kafka.
 *
 * @param slug its stable name
 * @param title what people call it
 * @param group the heading it is shown under
 * @param prerequisites the topics that should be known first
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Topic(
        @NotNull TopicSlug slug,
        @NotBlank @Size(max = 200) @StorableText String title,
        @NotBlank @Size(max = 200) @StorableText String group,
        @Size(max = 20) List<TopicSlug> prerequisites) {

    public Topic {
        prerequisites = List.copyOf(prerequisites);
        if (new HashSet<>(prerequisites).size() < prerequisites.size()) {
            throw new IllegalArgumentException("a prerequisite is named twice");
        }
        if (prerequisites.stream().anyMatch(prerequisite -> prerequisite.equals(slug))) {
            throw new IllegalArgumentException("a topic cannot be its own prerequisite");
        }
    }
}
