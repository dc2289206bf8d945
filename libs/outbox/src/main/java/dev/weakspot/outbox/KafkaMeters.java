package dev.weakspot.outbox;

import io.micrometer.core.instrument.config.MeterFilter;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Which of the Kafka clients' own meters are exported. */
@Factory
final class KafkaMeters {

    /** The same names with a tag more, for each broker: Prometheus refuses a name whose tags differ, and tells the log. */
    @Singleton
    MeterFilter withoutThoseOfEachBroker() {
        return MeterFilter.deny(meter -> meter.getName().startsWith("kafka.") && meter.getTag("node-id") != null);
    }
}
