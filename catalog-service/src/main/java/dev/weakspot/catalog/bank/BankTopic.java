package dev.weakspot.catalog.bank;

import dev.weakspot.catalog.topic.Topic;
import java.util.Map;

/**
 * A topic as it stands in a file.
 *
 * @param lines where each part begins, by its path
 */
record BankTopic(Place place, Topic topic, Map<String, Integer> lines) {

    BankTopic {
        lines = Map.copyOf(lines);
    }
}
