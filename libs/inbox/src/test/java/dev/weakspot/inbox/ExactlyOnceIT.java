package dev.weakspot.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.weakspot.testbed.KafkaServer;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.support.TransactionSynchronization;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whatever dies, freezes or comes back: every message is applied once. */
class ExactlyOnceIT {

    private final Topics topics = Topics.create("exactly-once-it." + UUID.randomUUID() + ".");
    private final SmallService service = SmallService.start();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aCrashBeforeTheCommitBringsTheMessagesAgain() {
        topics.send("1", "2");
        Inbox<String> crashing = service.inboxApplying(messages -> {
            service.note(messages);
            throw new Crash();
        });
        try (var dying = new Reader(crashing, topics.partition())) {
            List<ConsumerRecord<byte[], byte[]>> records = dying.fetch(2);
            dying.receive(records);
        }

        try (var reborn = new Reader(service.inbox(), topics.partition())) {
            reborn.receive(reborn.fetch(2));
        }

        assertThat(service.applied()).containsExactly("1", "2");
    }

    @Test
    void aCrashAfterTheCommitDoesNotBringThemAgain() {
        topics.send("1", "2");
        Inbox<String> crashing = service.inboxApplying(messages -> {
            service.note(messages);
            afterCommit(() -> {
                throw new Crash();
            });
        });
        try (var dying = new Reader(crashing, topics.partition())) {
            List<ConsumerRecord<byte[], byte[]>> records = dying.fetch(2);
            dying.receive(records);
        }
        topics.send("3");

        try (var reborn = new Reader(service.inbox(), topics.partition())) {
            reborn.receive(reborn.fetch(1));
        }

        assertThat(service.applied()).containsExactly("1", "2", "3");
    }

    @Test
    void whoMetAnErrorConsumesAllTheSameLater() {
        topics.send("1", "2");
        var isFirst = new AtomicBoolean(true);
        Inbox<String> failing = service.inboxApplying(messages -> {
            if (isFirst.getAndSet(false)) {
                throw new Crash();
            }
            service.note(messages);
        });

        try (var reader = new Reader(failing, topics.partition())) {
            reader.receive(reader.fetch(2));
            reader.receive(reader.fetch(2));
        }

        assertThat(service.applied()).containsExactly("1", "2");
    }

    /** The commit took place, and the connection was cut before the answer came. */
    @Test
    void aCommitOfUnknownOutcomeIsFoundOut() {
        topics.send("1", "2");
        Inbox<String> doubting = service.inboxApplying(messages -> {
            service.note(messages);
            if (messages.contains("1")) {
                afterCommit(() -> {
                    throw new IllegalStateException("no answer");
                });
            }
        });

        try (var reader = new Reader(doubting, topics.partition())) {
            reader.receive(reader.fetch(2));
            topics.send("3");
            await().until(() -> {
                reader.turn();
                return service.applied().contains("3");
            });
        }

        assertThat(service.applied()).containsExactly("1", "2", "3");
        assertThat(topics.parked(0)).isEmpty();
    }

    @Test
    void aZombiesLateCommitIsRefusedAndWritesNothing() {
        topics.send("1", "2");
        try (var zombie = new Reader(service.inbox(), topics.partition());
                var successor = new Reader(service.inbox(), topics.partition())) {
            List<ConsumerRecord<byte[], byte[]>> before = zombie.fetch(2);
            topics.send("3");
            successor.receive(successor.fetch(3));

            zombie.receive(before);

            assertThat(service.applied()).containsExactly("1", "2", "3");
            assertThat(nextOffset()).isEqualTo(3);
        }
    }

    /** Two consumers of one listener share its inbox, and so what it knows of the partitions. */
    @Test
    void aZombieThatSharesTheInboxOfItsSuccessorIsRefusedToo() throws Exception {
        topics.send("1", "2");
        var frozen = new CountDownLatch(1);
        var thaw = new CountDownLatch(1);
        Inbox<String> shared = service.inboxReading(record -> {
            if (Thread.currentThread().getName().equals("zombie") && thaw.getCount() > 0) {
                frozen.countDown();
                awaitQuietly(thaw);
            }
            return SmallService.decode(record);
        });
        try (var zombie = new Reader(shared, topics.partition());
                var successor = new Reader(shared, topics.partition())) {
            List<ConsumerRecord<byte[], byte[]>> before = zombie.fetch(2);
            var late = new Thread(() -> zombie.receive(before), "zombie");
            late.start();
            assertThat(frozen.await(10, TimeUnit.SECONDS)).isTrue();
            successor.receive(successor.fetch(2));

            thaw.countDown();
            late.join();
        }

        assertThat(service.applied()).containsExactly("1", "2");
    }

    /** Compaction and transaction markers leave offsets that no record has. */
    @Test
    void holesInTheOffsetsAreNoGaps() throws Exception {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", KafkaServer.shared().bootstrap(), "transactional.id", topics.prefix());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            for (String value : List.of("1", "2", "3")) {
                producer.beginTransaction();
                var _ = producer.send(new ProducerRecord<>(topics.single(), "key", value));
                producer.commitTransaction();
            }
        }

        try (var reader = new Reader(service.inbox(), topics.partition())) {
            reader.fetch(3).forEach(record -> reader.receive(List.of(record)));
        }

        assertThat(service.applied()).containsExactly("1", "2", "3");
    }

    @Test
    void consumptionGoesOnWhereTheDatabaseSays() {
        topics.send("1", "2", "3");
        service.execute("insert into inbox_offset values ('%s', 0, 2)".formatted(topics.single()));

        try (var reader = new Reader(service.inbox(), topics.partition())) {
            assertThat(reader.fetch(1)).extracting(ConsumerRecord::offset).containsExactly(2L);
        }
    }

    @Test
    void anOffsetThatAHumanMovesBackIsFollowed() {
        topics.send("1", "2");
        try (var reader = new Reader(service.inbox(), topics.partition())) {
            reader.receive(reader.fetch(2));
            service.execute("update inbox_offset set next_offset = 1");
            topics.send("3");

            await().until(() -> {
                reader.turn();
                return service.applied().contains("3");
            });
        }

        assertThat(service.applied()).containsExactly("1", "2", "2", "3");
    }

    /** Somebody lost Kafka's data and kept ours. To stay silent would be to lose every message to come. */
    @Test
    void aTopicThatIsNotTheOneWeConsumedIsReported() {
        service.execute("insert into inbox_offset values ('%s', 0, 42)".formatted(topics.single()));

        List<Level> told = levelsOfWhatIsLogged(() -> {
            try (var reader = new Reader(service.inbox(), topics.partition())) {
                reader.turn();
            }
        });

        assertThat(told).containsExactly(Level.ERROR);
    }

    /** A log that says each try the same is not read; one that says nothing of a bug behind an outage hides it. */
    @Test
    void troubleIsToldOnceAndAnErrorOnTopOfIt() {
        topics.send("1");
        Runnable away = () -> {
            throw new DataAccessException("away", new SQLException("away", "08006"));
        };
        Runnable broken = () -> {
            throw new Crash();
        };
        var troubles = new ArrayDeque<>(List.of(away, away, broken, broken, away));
        Inbox<String> troubled = service.inboxApplying(messages -> {
            if (!troubles.isEmpty()) {
                troubles.remove().run();
            }
            service.note(messages);
        });

        List<Level> told = levelsOfWhatIsLogged(() -> {
            try (var reader = new Reader(troubled, topics.partition())) {
                await().until(() -> {
                    reader.turn();
                    return service.applied().contains("1");
                });
            }
        });

        assertThat(told).containsExactly(Level.WARN, Level.ERROR, Level.INFO);
    }

    private static List<Level> levelsOfWhatIsLogged(Runnable action) {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(Inbox.class);
        logger.addAppender(log);
        try {
            action.run();
        } finally {
            logger.detachAppender(log);
        }
        return log.list.stream().map(ILoggingEvent::getLevel).toList();
    }

    private void afterCommit(Runnable action) {
        service.transactions()
                .findTransactionStatus()
                .orElseThrow()
                .registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        action.run();
                    }
                });
    }

    private long nextOffset() {
        return Long.parseLong(
                service.column("select next_offset from inbox_offset").getFirst());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if the process were gone. */
    private static final class Crash extends Error {

        Crash() {
            super("crash");
        }
    }
}
