package dev.weakspot.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.weakspot.testbed.Database;
import dev.weakspot.testbed.KafkaServer;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Numbers are given in the order of appending and become visible in the order of committing. */
class CommitOrderIT {

    private static final String PREFIX = "commit-order-it.";
    private static final String TOPIC = PREFIX + "practice.attempts.v1";

    @BeforeAll
    static void topics() {
        KafkaServer.shared().createTopics(PREFIX);
    }

    @Test
    void interleavedCommitsLoseNothing() {
        Database database = SmallService.databaseWithOutbox();

        try (var service = SmallService.start(database, KafkaServer.shared().bootstrap());
                var topic = new TopicReader(KafkaServer.shared().bootstrap(), TOPIC)) {
            Supplier<List<String>> published = () -> topic.values("interleaved");
            interleaveCommits(service, published);

            assertThat(published.get()).containsExactly("commits first", "commits late", "comes last");
        }
    }

    /** Keeps the test above honest: what it does is what loses messages. */
    @Test
    void aRelayThatRemembersTheHighestNumberLosesWhatCommitsLate() {
        Database database = SmallService.databaseWithOutbox();
        var naive = new NaiveCursorRelay(database);

        try (var service = SmallService.withoutRelay(database)) {
            interleaveCommits(service, naive::published);

            assertThat(naive.published()).containsExactly("commits first", "comes last");
        }
    }

    @Test
    void concurrentWritersLoseNothingAndKeepTheOrderOfEachKey() throws Exception {
        Database database = SmallService.databaseWithOutbox();
        List<String> writers = List.of("w0", "w1", "w2", "w3", "w4", "w5", "w6", "w7");
        String[] values = IntStream.range(0, 250).mapToObj(String::valueOf).toArray(String[]::new);

        try (var service = SmallService.start(database, KafkaServer.shared().bootstrap());
                var topic = new TopicReader(KafkaServer.shared().bootstrap(), TOPIC);
                var executor = Executors.newFixedThreadPool(writers.size())) {
            executor.invokeAll(writers.stream()
                    .map(writer -> Executors.callable(() -> service.append(TOPIC, writer, values)))
                    .toList());

            await().untilAsserted(() -> assertThat(writers)
                    .allSatisfy(writer -> assertThat(topic.values(writer)).containsExactly(values)));
        }
    }

    /** "commits late" has the smaller number, and is not visible before "commits first" is published. */
    private static void interleaveCommits(SmallService service, Supplier<List<String>> published) {
        service.inTransaction(() -> {
            service.bean(Outbox.class).append(SmallService.event(TOPIC, "interleaved", "commits late"));
            service.append(TOPIC, "interleaved", "commits first");
            await().until(published::get, values -> values.contains("commits first"));
        });
        service.append(TOPIC, "interleaved", "comes last");
        await().until(published::get, values -> values.contains("comes last"));
    }
}
