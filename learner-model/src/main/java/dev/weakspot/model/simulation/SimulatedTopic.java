package dev.weakspot.model.simulation;

import dev.weakspot.model.TopicSlug;
import java.util.List;

/** A topic to simulate with. */
public record SimulatedTopic(TopicSlug slug, List<TopicSlug> prerequisites) {

    public SimulatedTopic {
        prerequisites = List.copyOf(prerequisites);
    }
}
