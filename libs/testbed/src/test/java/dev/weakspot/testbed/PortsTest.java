package dev.weakspot.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;

class PortsTest {

    @RepeatedTest(100)
    void aSinglePortIsInNoRow() {
        assertThat(Ports.anyFree()).isLessThan(Ports.anyFree(6));
    }
}
