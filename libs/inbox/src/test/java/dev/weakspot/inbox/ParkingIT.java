package dev.weakspot.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weakspot.testbed.KafkaServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One bad message never stops the good ones, and no trouble of the world makes a message bad. */
class ParkingIT {

    private final Topics topics = Topics.create("parking-it." + UUID.randomUUID() + ".");
    private final SmallService service = SmallService.start();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void anUnreadableMessageIsParkedByteForByteAndItsPartitionGoesOn() {
        byte[] poison = {'u', 'n', 'r', 'e', 'a', 'd', 'a', 'b', 'l', 'e', 0, (byte) 0xff, (byte) 0xc0};
        byte[] key = {0, (byte) 0xfe};
        var headers = new RecordHeaders().add("ce_id", "42".getBytes(StandardCharsets.UTF_8));
        topics.send("1");
        Topics.sendBytes(new ProducerRecord<>(topics.single(), 0, key, poison, headers));
        topics.send("2");

        try (var reader = new Reader(service.inbox(), topics.partition())) {
            reader.receive(reader.fetch(3));
        }

        assertThat(service.applied()).containsExactly("1", "2");
        assertThat(topics.parked(1)).singleElement().satisfies(parked -> {
            assertThat(parked.value()).isEqualTo(poison);
            assertThat(parked.key()).isEqualTo(key);
            assertThat(headers(parked))
                    .isEqualTo(Map.of(
                            "ce_id", "42",
                            "parked_topic", topics.single(),
                            "parked_partition", "0",
                            "parked_offset", "1",
                            "parked_reason", "it is not what we agreed on",
                            "parked_by", SmallService.GROUP));
        });
    }

    @Test
    void aBatchOfNothingButUnreadableMessagesIsPassed() {
        topics.send("unreadable 1", "unreadable 2");

        try (var reader = new Reader(service.inbox(), topics.partition())) {
            reader.receive(reader.fetch(2));
        }

        assertThat(topics.parked(2)).hasSize(2);
        assertThat(service.column("select next_offset from inbox_offset")).containsExactly("2");
    }

    @Test
    void ofABatchOnlyTheMessageThatTheHandlerCannotApplyIsParked() {
        topics.send("1", "trap", "2", "unreadable", "3");
        Inbox<String> trapped = service.inboxApplying(messages -> {
            service.note(messages);
            if (messages.contains("trap")) {
                throw new IndexOutOfBoundsException("a bug");
            }
        });

        try (var reader = new Reader(trapped, topics.partition())) {
            reader.receive(reader.fetch(5));
        }

        assertThat(service.applied()).containsExactly("1", "2", "3");
        assertThat(topics.parked(2))
                .extracting(parked -> headers(parked).get("parked_reason"))
                .containsExactlyInAnyOrder(
                        "it is not what we agreed on", "Applying it failed with java.lang.IndexOutOfBoundsException");
    }

    @Test
    void aMessageThatTheDatabaseRefusesIsParked() {
        topics.send("1", "\0", "2");

        try (var reader = new Reader(service.inbox(), topics.partition())) {
            reader.receive(reader.fetch(3));
        }

        assertThat(service.applied()).containsExactly("1", "2");
        assertThat(topics.parked(1)).singleElement().satisfies(parked -> assertThat(parked.value())
                .isEqualTo(new byte[] {0}));
    }

    @Test
    void aBugInTheDecoderIsParkedToo() {
        topics.send("1", "2");
        Inbox<String> buggy = service.inboxReading(record -> {
            if (record.offset() == 0) {
                throw new ArithmeticException("a bug");
            }
            return SmallService.decode(record);
        });

        try (var reader = new Reader(buggy, topics.partition())) {
            reader.receive(reader.fetch(2));
        }

        assertThat(service.applied()).containsExactly("2");
        assertThat(topics.parked(1))
                .extracting(parked -> headers(parked).get("parked_reason"))
                .containsExactly("Reading it failed with java.lang.ArithmeticException");
    }

    /** The headers that name its origin make it larger than the broker takes. */
    @Test
    void aMessageTooLargeToCopyLeavesAPointer() {
        String poison = "unreadable" + "x".repeat(1_048_400);
        topics.send(poison, "1");

        try (var reader = new Reader(service.inbox(), topics.partition())) {
            reader.receive(reader.fetch(2));
        }

        assertThat(service.applied()).containsExactly("1");
        assertThat(topics.parked(1)).singleElement().satisfies(parked -> {
            assertThat(parked.value()).isNull();
            assertThat(headers(parked))
                    .containsEntry("parked_offset", "0")
                    .containsEntry("parked_reason", "it is not what we agreed on (Too large to copy: see its origin.)");
        });
    }

    @Test
    void whatCannotBeParkedComesAgain() {
        topics.send("1", "unreadable", "2");
        topics.deleteParkingLot();

        try (var reader = new Reader(service.inbox(), topics.partition())) {
            reader.receive(reader.fetch(3));
            KafkaServer.shared().createTopics(topics.prefix());
            await().until(() -> {
                reader.turn();
                return !service.applied().isEmpty();
            });
        }

        assertThat(service.applied()).containsExactly("1", "2");
        assertThat(topics.parked(1)).hasSize(1);
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsParkedAndNothingIsLost() {
        topics.send("1", "2");
        try (var reader = new Reader(service.inbox(), topics.partition())) {
            List<ConsumerRecord<byte[], byte[]>> records = reader.fetch(2);
            service.allowConnections(false);
            reader.receive(records);
            service.allowConnections(true);

            await().until(() -> {
                reader.turn();
                return service.applied().size() >= 2;
            });
        }

        assertThat(service.applied()).containsExactly("1", "2");
        assertThat(topics.parked(0)).isEmpty();
    }

    @Test
    void howeverOftenWeTryWhileTheDatabaseIsAwayAMessageIsParkedOnce() {
        topics.send("1", "unreadable", "2");
        try (var reader = new Reader(service.inbox(), topics.partition())) {
            List<ConsumerRecord<byte[], byte[]>> records = reader.fetch(3);
            service.allowConnections(false);
            IntStream.range(0, 3).forEach(_ -> reader.receive(records));
            service.allowConnections(true);

            await().until(() -> {
                reader.turn();
                return service.applied().contains("2");
            });
        }

        assertThat(service.applied()).containsExactly("1", "2");
        assertThat(topics.parked(1)).hasSize(1);
    }

    @Test
    void howeverOftenItsPassingFailsAMessageThatCannotBeAppliedIsParkedOnce() {
        topics.send("1", "trap", "2");
        service.execute("alter table inbox_offset add constraint not_yet check (next_offset <> 2)");
        Inbox<String> trapped = service.inboxApplying(messages -> {
            service.note(messages);
            if (messages.contains("trap")) {
                throw new IndexOutOfBoundsException("a bug");
            }
        });
        try (var reader = new Reader(trapped, topics.partition())) {
            List<ConsumerRecord<byte[], byte[]>> records = reader.fetch(3);
            IntStream.range(0, 3).forEach(_ -> reader.receive(records));
            service.execute("alter table inbox_offset drop constraint not_yet");

            await().until(() -> {
                reader.turn();
                return service.applied().contains("2");
            });
        }

        assertThat(service.applied()).containsExactly("1", "2");
        assertThat(topics.parked(1)).hasSize(1);
    }

    /** What is parked is remembered until it is passed, and no longer. */
    @Test
    void aParkedMessageThatAHumanBringsBackIsParkedAgain() {
        topics.send("unreadable", "1");
        try (var reader = new Reader(service.inbox(), topics.partition())) {
            reader.receive(reader.fetch(2));
            service.execute("update inbox_offset set next_offset = 0");
            topics.send("2");

            await().until(() -> {
                reader.turn();
                return service.applied().contains("2");
            });
        }

        assertThat(service.applied()).containsExactly("1", "1", "2");
        assertThat(topics.parked(2)).hasSize(2);
    }

    @Test
    void aPartitionAssignedWhileTheDatabaseIsAwayResumesWhereItWas() {
        topics.send("1", "2");
        try (var first = new Reader(service.inbox(), topics.partition())) {
            first.receive(first.fetch(2));
        }
        topics.send("3");
        service.allowConnections(false);

        try (var second = new Reader(service.inbox(), topics.partition())) {
            service.allowConnections(true);
            await().until(() -> {
                second.turn();
                return service.applied().contains("3");
            });
        }

        assertThat(service.applied()).containsExactly("1", "2", "3");
    }

    @Test
    void theHandlersSessionCutInTheMiddleParksNothing() {
        topics.send("1", "2");
        var cuts = new AtomicInteger(1);
        Inbox<String> unlucky = service.inboxApplying(messages -> {
            service.note(messages);
            if (cuts.getAndDecrement() > 0) {
                service.column(
                        "select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction'");
            }
        });

        try (var reader = new Reader(unlucky, topics.partition())) {
            await().until(() -> {
                reader.turn();
                return !service.applied().isEmpty();
            });
        }

        assertThat(service.applied()).containsExactly("1", "2");
        assertThat(topics.parked(0)).isEmpty();
    }

    @Test
    void whatIsParkedIsCounted() {
        var meters = new SimpleMeterRegistry();
        ((CompositeMeterRegistry) service.bean(MeterRegistry.class)).add(meters);
        topics.send("unreadable 1", "1", "unreadable 2");

        try (var reader = new Reader(service.inbox(), topics.partition())) {
            reader.receive(reader.fetch(3));
        }

        assertThat(meters.get("weakspot.inbox.parked")
                        .tag("topic", topics.single())
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
