package dev.weakspot.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Consumers come and go while messages flow. */
class RebalanceIT {

    private static final int MESSAGES = 3_000;

    private final Topics topics = Topics.create("rebalance-it." + UUID.randomUUID() + ".");
    private final SmallService service = SmallService.start();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void everyMessageIsAppliedOnceAndInOrderWhoeverHoldsItsPartition() {
        String group = topics.prefix() + "group";
        try (var first = new GroupMember(group, service.inbox(), topics);
                var second = new GroupMember(group, service.inbox(), topics)) {
            first.start();
            send(0, 1_000);
            await().until(() -> service.applied().size() > 100);
            second.start();
            send(1_000, 2_000);
            await().atMost(Duration.ofSeconds(30)).until(() -> first.holdsSome() && second.holdsSome());
            first.leave();
            send(2_000, MESSAGES);

            await().atMost(Duration.ofSeconds(30)).until(() -> service.applied().size() >= MESSAGES);
        }

        List<Integer> applied = service.applied().stream().map(Integer::valueOf).toList();
        assertThat(applied).hasSize(MESSAGES).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 10))
                .allSatisfy(key -> assertThat(applied.stream().filter(number -> number % 10 == key))
                        .isSorted());
    }

    /** Over two topics: every tenth number to the one with a single partition, and each last digit is a key. */
    private void send(int from, int to) {
        Topics.send(IntStream.range(from, to)
                .mapToObj(number -> new ProducerRecord<>(
                        number % 10 == 0 ? topics.single() : topics.wide(), "key" + number % 10, "" + number))
                .toList());
    }
}
