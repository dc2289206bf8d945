package dev.weakspot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weakspot.testbed.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortPlanTest {

    @Test
    void theUsualPortsAreTheDocumentedOnes() {
        assertThat(PortPlan.USUAL.urlOf(ServiceName.CATALOG)).isEqualTo("http://127.0.0.1:8081");
        assertThat(PortPlan.USUAL.urlOf(ServiceName.PRACTICE)).isEqualTo("http://127.0.0.1:8082");
        assertThat(PortPlan.USUAL.urlOf(ServiceName.RECOMMENDATION)).isEqualTo("http://127.0.0.1:8083");
        assertThat(PortPlan.USUAL.bootstrap()).isEqualTo("127.0.0.1:9092");
        assertThat(PortPlan.USUAL.postgres()).isEqualTo(15432);
    }

    @Test
    void aBaseMovesAllPortsIntoARow() {
        assertThat(PortPlan.from(18080)).isEqualTo(new PortPlan(18080, 18081, 18082, 18083, 18084, 18085));
    }

    @Test
    void aTakenPortIsNamedWithItsPartAndTheWayOut() throws Exception {
        try (var squatter = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = squatter.getLocalPort();
            var plan = new PortPlan(
                    Ports.anyFree(), taken, Ports.anyFree(), Ports.anyFree(), Ports.anyFree(), Ports.anyFree());

            assertThatThrownBy(() -> plan.requireFree(0))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("port " + taken + " (catalog).")
                    .hasMessageContaining("--port-base");
        }
    }
}
