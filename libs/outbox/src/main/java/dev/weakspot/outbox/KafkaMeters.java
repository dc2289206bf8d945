package dev.weakspot.outbox;

import io.micrometer.core.instrument.config.MeterFilter;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

/** Which of the Kafka clients' own meters are exported. */
@Factory
final class KafkaMeters {

    /** By these the same names are told in more detail, and Prometheus refuses a name whose tags differ. */
    private static final List<String> DETAILS = List.of("node-id", "topic", "partition");

    @Singleton
    MeterFilter withoutDetails() {
        return MeterFilter.deny(meter ->
                meter.getName().startsWith("kafka.") && DETAILS.stream().anyMatch(tag -> meter.getTag(tag) != null));
    }
}
