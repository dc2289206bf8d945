package dev.weakspot.testbed.broken.one;

import dev.weakspot.testbed.broken.two.Two;
import dev.weakspot.web.Stranger;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Breaks every rule of the house, for {@code HouseRulesTest}. */
public final class EverythingHelper {

    @Inject
    @Nullable Two injected;

    List<Object> wrong() {
        return List.of(new Two(this), new Stranger(), new TopicPartition("topic", 0), Instant.now());
    }
}
