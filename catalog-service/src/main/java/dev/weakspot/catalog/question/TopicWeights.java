package dev.weakspot.catalog.question;

import dev.weakspot.catalog.topic.TopicSlug;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much further topics count beside the main one. A topic that is not named counts fully, and so does one of weight 1:
 * equal weights are equal, however they are written.
 *
 * @param partial the weights below 1
 */
public record TopicWeights(Map<TopicSlug, Double> partial) {

    public static final TopicWeights FULL = new TopicWeights(Map.of());

    public TopicWeights {
        Map<TopicSlug, Double> checked = new LinkedHashMap<>();
        partial.forEach((topic, weight) -> {
            if (!(weight > 0 && weight <= 1)) {
                throw new IllegalArgumentException("the weight of " + topic + " must be above 0 and at most 1");
            }
            if (weight < 1) {
                checked.put(topic, weight);
            }
        });
        partial = Collections.unmodifiableMap(checked);
    }

    /** The same weights, written in this order of topics; refuses weights of others. */
    TopicWeights inOrderOf(Collection<TopicSlug> furtherTopics) {
        Map<TopicSlug, Double> ordered = new LinkedHashMap<>(partial);
        ordered.keySet().removeAll(furtherTopics);
        if (!ordered.isEmpty()) {
            throw new IllegalArgumentException(
                    ordered.keySet().iterator().next() + " has a weight and is none of the further topics");
        }
        for (TopicSlug topic : furtherTopics) {
            if (partial.containsKey(topic)) {
                ordered.put(topic, partial.get(topic));
            }
        }
        return new TopicWeights(ordered);
    }
}
