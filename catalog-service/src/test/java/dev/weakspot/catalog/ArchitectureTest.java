package dev.weakspot.catalog;

import dev.weakspot.testbed.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    /** Kafka appears nowhere in this service: it speaks to the outbox. The root package stands in for "nowhere". */
    @TestFactory
    Stream<DynamicTest> houseRules() {
        return HouseRules.of("dev.weakspot.catalog")
                .kafkaOnlyIn("dev.weakspot.outbox")
                .tests();
    }
}
