package dev.weakspot.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Consumers come and go while messages flow. */
class RebalanceIT {

    private static final int MESSAGES = 3_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Topics topics = Topics.create("rebalance-it." + UUID.randomUUID() + ".");
    private final SmallService service = SmallService.start();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void everyMessageIsAppliedOnceAndInOrderWhoeverHoldsItsPartition() {
        String group = topics.prefix() + "group";
        try (var first = new GroupMember(group, service.inbox(), topics, PATIENCE);
                var second = new GroupMember(group, service.inbox(), topics, PATIENCE)) {
            first.start();
            send(0, 1_000);
            await().until(() -> service.applied().size() > 100);
            second.start();
            send(1_000, 2_000);
            await().until(() -> first.holdsSome() && second.holdsSome());
            first.leave();
            send(2_000, MESSAGES);

            await().until(() -> service.applied().size() >= MESSAGES);
        }

        assertEachWasAppliedOnceAndInOrder();
    }

    /** Kafka takes the partitions from a member that does not poll, and this one has read a part of them already. */
    @Test
    void aMemberThatThawsAfterOthersTookOverAppliesNothingAgain() throws Exception {
        String group = topics.prefix() + "group";
        var frozen = new CountDownLatch(1);
        var thaw = new CountDownLatch(1);
        Inbox<String> freezing = service.inboxReading(record -> {
            frozen.countDown();
            awaitQuietly(thaw);
            return SmallService.decode(record);
        });
        try (var first = new GroupMember(group, freezing, topics, Duration.ofSeconds(1));
                var second = new GroupMember(group, service.inbox(), topics, PATIENCE)) {
            first.start();
            send(0, 1_000);
            assertThat(frozen.await(30, TimeUnit.SECONDS)).isTrue();
            second.start();
            await().until(() -> service.applied().size() >= 1_000);

            thaw.countDown();
            second.leave();
            send(1_000, MESSAGES);
            await().until(() -> service.applied().size() >= MESSAGES);
        }

        assertEachWasAppliedOnceAndInOrder();
    }

    private void assertEachWasAppliedOnceAndInOrder() {
        List<Integer> applied = service.applied().stream().map(Integer::valueOf).toList();
        assertThat(applied).hasSize(MESSAGES).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 10))
                .allSatisfy(key -> assertThat(applied.stream().filter(number -> number % 10 == key))
                        .isSorted());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Over two topics: every tenth number to the one with a single partition, and each last digit is a key. */
    private void send(int from, int to) {
        Topics.send(IntStream.range(from, to)
                .mapToObj(number -> new ProducerRecord<>(
                        number % 10 == 0 ? topics.single() : topics.wide(), "key" + number % 10, "" + number))
                .toList());
    }
}
