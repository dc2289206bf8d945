package dev.weakspot.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The inbox under Micronaut's own listener. */
class ListenerIT {

    @Test
    void aListenerAppliesWhatItCanAndParksWhatItCannot() {
        Topics topics = Topics.create("listener-it." + UUID.randomUUID() + ".");
        topics.send("1", "unreadable", "2");

        try (var service = SmallService.start(Map.of("a-listener.topic", topics.single()))) {
            await().until(() -> service.applied().size() >= 2);

            assertThat(service.applied()).containsExactly("1", "2");
            assertThat(topics.parked(1)).hasSize(1);
        }
    }
}
