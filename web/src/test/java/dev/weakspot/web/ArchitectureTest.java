package dev.weakspot.web;

import dev.weakspot.testbed.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> theHouseRulesHold() {
        return HouseRules.of("dev.weakspot.web").pure("dev.weakspot.web.chart").tests();
    }
}
