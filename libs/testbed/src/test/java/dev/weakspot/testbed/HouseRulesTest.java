package dev.weakspot.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {

    private static final String BROKEN = "dev.weakspot.testbed.broken";

    @TestFactory
    Stream<DynamicTest> everyRuleRefusesWhatBreaksIt() {
        return rulesFor(BROKEN).map(HouseRulesTest::refuses);
    }

    @TestFactory
    Stream<DynamicTest> everyRuleThatMatchesNothingFails() {
        return rulesFor("dev.weakspot.nowhere").map(HouseRulesTest::refuses);
    }

    @Test
    void thereAreEightRules() {
        assertThat(rulesFor(BROKEN)).hasSize(8);
    }

    private static Stream<DynamicTest> rulesFor(String base) {
        return HouseRules.of(base, new ClassFileImporter().importPackages(base))
                .pure(base + ".one")
                .pureWith(base + ".one", "org.apache.kafka..")
                .kafkaOnlyIn(base + ".two")
                .tests();
    }

    private static DynamicTest refuses(DynamicTest rule) {
        return dynamicTest(rule.getDisplayName(), () -> assertThatThrownBy(rule.getExecutable()::execute)
                .isInstanceOf(AssertionError.class));
    }
}
