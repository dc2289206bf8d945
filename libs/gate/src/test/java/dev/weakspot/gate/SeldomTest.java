package dev.weakspot.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeldomTest {

    @Test
    void whatHappensOftenIsSaidSeldomAndCounted() {
        var seldom = new Seldom();
        List<Long> said = new ArrayList<>();

        for (int i = 0; i < 1_000; i++) {
            seldom.say(said::add);
        }

        assertThat(said).containsExactly(1L);
        await().untilAsserted(() -> {
            seldom.say(said::add);
            assertThat(said).hasSize(2);
        });
        assertThat(said.getLast()).isGreaterThanOrEqualTo(1_000);
    }
}
