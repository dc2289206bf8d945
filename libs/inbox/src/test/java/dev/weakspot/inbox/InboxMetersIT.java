package dev.weakspot.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ops see of an inbox: how much is to be applied yet, how old that is, and how long it took. */
class InboxMetersIT {

    private final Topics topics = Topics.create("inbox-meters-it." + UUID.randomUUID() + ".");
    private final SmallService service = SmallService.start(Map.of("weakspot.inbox.lag-interval", "1h"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void listen() {
        ((CompositeMeterRegistry) service.bean(MeterRegistry.class)).add(meters);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void whatIsToBeAppliedYetIsCountedAndItsAgeTold() {
        sendSince(Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofMinutes(1));

        try (var reader = new Reader(service.inbox(), topics.partition())) {
            assertThat(gauge("weakspot.inbox.lag")).isNaN();
            assertLag(3, Duration.ofMinutes(10));

            var messages = reader.fetch(3);
            reader.receive(messages.subList(0, 2));
            assertLag(1, Duration.ofMinutes(1));

            reader.receive(messages.subList(2, 3));
            assertLag(0, Duration.ZERO);
        }
    }

    @Test
    void messagesOfPartitionsThatNobodyConsumesCountAsWell() {
        Topics.send(Stream.of("a", "b", "c", "d", "e", "f")
                .map(key -> new ProducerRecord<>(topics.wide(), key, "1"))
                .toList());

        service.bean(InboxMeters.class).watch(List.of(new TopicPartition(topics.wide(), 0)));
        service.bean(InboxMeters.class).measure();

        assertThat(meters.get("weakspot.inbox.lag")
                        .tag("topic", topics.wide())
                        .gauge()
                        .value())
                .isEqualTo(6);
    }

    @Test
    void theTimeFromCommitToCommitIsTold() {
        sendSince(Duration.ofMinutes(10), Duration.ofMinutes(5));

        try (var reader = new Reader(service.inbox(), topics.partition())) {
            reader.receive(reader.fetch(2));
        }

        var delay =
                meters.get("weakspot.inbox.delay").tag("topic", topics.single()).timer();
        assertThat(delay.count()).isEqualTo(2);
        assertThat(delay.totalTime(TimeUnit.MINUTES)).isBetween(15.0, 17.0);
        assertThat(delay.max(TimeUnit.MINUTES)).isBetween(10.0, 11.0);
    }

    private void sendSince(Duration... ages) {
        Instant now = Instant.now();
        Topics.send(Stream.of(ages)
                .map(age ->
                        new ProducerRecord<>(topics.single(), 0, now.minus(age).toEpochMilli(), "key", age.toString()))
                .toList());
    }

    private void assertLag(int messages, Duration age) {
        service.bean(InboxMeters.class).measure();
        assertThat(gauge("weakspot.inbox.lag")).isEqualTo(messages);
        assertThat(gauge("weakspot.inbox.lag.age")).isBetween(age.toSeconds() * 1.0, age.toSeconds() + 30.0);
    }

    private double gauge(String name) {
        return meters.get(name).tag("topic", topics.single()).gauge().value();
    }
}
