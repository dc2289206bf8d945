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
                .pureWith(
                        "dev.weakspot.catalog.doctor",
                        "dev.weakspot.catalog.question..",
                        "dev.weakspot.catalog.topic..",
                        "org.commonmark..",
                        "io.micronaut.serde.annotation..",
                        "io.micronaut.serde.config.naming..",
                        "com.fasterxml.jackson.annotation..",
                        "io.swagger.v3.oas.annotations..")
                .kafkaOnlyIn("dev.weakspot.outbox")
                .tests();
    }
}
