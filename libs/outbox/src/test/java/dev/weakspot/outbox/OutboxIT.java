package dev.weakspot.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.weakspot.testbed.Database;
import dev.weakspot.testbed.KafkaServer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxIT {

    private static final String PREFIX = "outbox-it.";
    private static final String TOPIC = PREFIX + "catalog.topics.v1";

    private final KafkaServer kafka = KafkaServer.shared();
    private final Database database = SmallService.databaseWithOutbox();

    @BeforeAll
    static void topics() {
        KafkaServer.shared().createTopics(PREFIX);
    }

    @Test
    void whatArrivesIsWhatWasAppended() {
        OutboxMessage event = SmallService.event(TOPIC, "arrives", "{\"title\":\"ı ∑ \\u0000\"}");
        OutboxMessage tombstone = new OutboxMessage.Tombstone(TOPIC, "arrives", event.event());

        try (var service = SmallService.start(database, kafka.bootstrap());
                var topic = new TopicReader(kafka.bootstrap(), TOPIC)) {
            service.appendTogether(List.of(event, tombstone));

            await().untilAsserted(() -> assertThat(ofKey("arrives", topic))
                    .satisfiesExactly(
                            first -> {
                                assertThat(first.value()).isEqualTo("{\"title\":\"ı ∑ \\u0000\"}");
                                assertThat(headers(first)).isEqualTo(event.headers());
                            },
                            second -> {
                                assertThat(second.value()).isNull();
                                assertThat(headers(second)).isEqualTo(tombstone.headers());
                            }));
        }
    }

    @Test
    void aCommitWakesTheRelay() {
        try (var service =
                        SmallService.start(database, kafka.bootstrap(), Map.of("weakspot.outbox.poll-interval", "1h"));
                var topic = new TopicReader(kafka.bootstrap(), TOPIC)) {
            service.append(TOPIC, "wakes", "one", "two");

            await().untilAsserted(() -> assertThat(topic.values("wakes")).containsExactly("one", "two"));
        }
    }

    @Test
    void whatStillLingersWhenTheServiceStopsIsPublishedByTheNext() {
        try (var writer = SmallService.withoutRelay(database);
                var topic = new TopicReader(kafka.bootstrap(), TOPIC)) {
            writer.append(TOPIC, "lingers", "there before");
            try (var _ = SmallService.start(database, kafka.bootstrap(), Map.of("weakspot.outbox.linger", "1h"))) {
                await().untilAsserted(() -> assertThat(topic.values("lingers")).containsExactly("there before"));

                writer.append(TOPIC, "lingers", "later");
                await().during(Duration.ofMillis(500))
                        .untilAsserted(() -> assertThat(topic.values("lingers")).containsExactly("there before"));
            }
            assertThat(topic.values("lingers")).containsExactly("there before");

            try (var _ = SmallService.start(database, kafka.bootstrap())) {
                await().untilAsserted(
                                () -> assertThat(topic.values("lingers")).containsExactly("there before", "later"));
            }
        }
    }

    @Test
    void appendingOutsideOfATransactionFails() {
        try (var service = SmallService.withoutRelay(database)) {
            Outbox outbox = service.bean(Outbox.class);

            assertThatIllegalStateException()
                    .isThrownBy(() -> outbox.append(SmallService.event(TOPIC, "outside", "never")));
        }
    }

    @Test
    void aRollBackPublishesNothing() {
        try (var service = SmallService.start(database, kafka.bootstrap());
                var topic = new TopicReader(kafka.bootstrap(), TOPIC)) {
            Outbox outbox = service.bean(Outbox.class);

            assertThatThrownBy(() -> service.inTransaction(() -> {
                        outbox.append(SmallService.event(TOPIC, "rolled-back", "never"));
                        throw new IllegalArgumentException("the change is refused");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);

            service.append(TOPIC, "rolled-back", "after it");
            await().untilAsserted(() -> assertThat(topic.values("rolled-back")).containsExactly("after it"));
        }
    }

    /** Refused by our own client at its default limit, and by the broker once the client lets everything pass. */
    @ParameterizedTest
    @ValueSource(ints = {1_048_576, 100_000_000})
    void aMessageThatKafkaRefusesIsSetAsideAndTheRestGoesOn(int clientLimit) {
        String key = "refused-" + clientLimit;
        String tooLarge = "\"" + "x".repeat(3_000_000) + "\"";

        try (var service =
                        SmallService.start(database, kafka.bootstrap(), Map.of("kafka.max.request.size", clientLimit));
                var topic = new TopicReader(kafka.bootstrap(), TOPIC)) {
            service.appendTogether(List.of(
                    SmallService.event(TOPIC, key, "before"),
                    SmallService.event(TOPIC, key, tooLarge),
                    SmallService.event(TOPIC, key, "after")));

            await().untilAsserted(() -> {
                assertThat(topic.values(key)).containsExactly("before", "after");
                assertThat(column("select refused from outbox"))
                        .singleElement()
                        .asString()
                        .contains("RecordTooLargeException");
            });
        }
    }

    @Test
    void aRelayKilledBetweenSendingAndRemovingSendsAgainAndLosesNothing() throws Exception {
        try (var writer = SmallService.withoutRelay(database);
                var topic = new TopicReader(kafka.bootstrap(), TOPIC);
                Connection blocker = database.connect()) {
            writer.appendTogether(List.of(
                    SmallService.event(TOPIC, "killed-ada", "1"),
                    SmallService.event(TOPIC, "killed-bob", "1"),
                    SmallService.event(TOPIC, "killed-ada", "2")));
            // Whoever holds the rows' locks keeps the relay between sending and removing.
            blocker.setAutoCommit(false);
            blocker.createStatement().executeQuery("select from outbox for update");

            try (var _ = SmallService.start(database, kafka.bootstrap())) {
                await().until(() -> topic.values("killed-ada"), sent -> sent.size() == 2);
                column("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
                blocker.rollback();

                await().untilAsserted(() ->
                        assertThat(column("select seq from outbox")).isEmpty());
                await().untilAsserted(() -> {
                    assertThat(topic.values("killed-ada")).containsExactly("1", "2", "1", "2");
                    assertThat(topic.values("killed-bob")).containsExactly("1", "1");
                });
            }
        }
    }

    @Test
    void ofTwoRelaysOneWorks() throws Exception {
        try (var first = SmallService.start(named("first"), kafka.bootstrap());
                var topic = new TopicReader(kafka.bootstrap(), TOPIC)) {
            await().until(this::relays, List.of("first")::equals);
            try (var second = SmallService.start(named("second"), kafka.bootstrap())) {
                first.append(TOPIC, "one-works", "1", "2");
                second.append(TOPIC, "one-works", "3", "4");

                await().untilAsserted(
                                () -> assertThat(topic.values("one-works")).containsExactly("1", "2", "3", "4"));
                assertThat(relays()).containsExactly("first");
            }
        }
    }

    @Test
    void whenTheRelayGoesAnotherTakesOver() throws Exception {
        var first = SmallService.start(named("first"), kafka.bootstrap());
        await().until(this::relays, List.of("first")::equals);
        try (var second = SmallService.start(named("second"), kafka.bootstrap());
                var topic = new TopicReader(kafka.bootstrap(), TOPIC)) {
            first.close();

            second.append(TOPIC, "takes-over", "1");
            await().untilAsserted(() -> assertThat(topic.values("takes-over")).containsExactly("1"));
            assertThat(relays()).containsExactly("second");
        }
    }

    private Database named(String application) {
        return new Database(database.url() + "?ApplicationName=" + application, database.user(), database.password());
    }

    private List<String> relays() throws SQLException {
        return column("""
                select application_name
                  from pg_stat_activity
                  join pg_locks using (pid)
                 where locktype = 'advisory' and datname = current_database()
                """);
    }

    private List<String> column(String query) throws SQLException {
        try (Connection connection = database.connect();
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static List<ConsumerRecord<String, String>> ofKey(String key, TopicReader topic) {
        return topic.records().stream()
                .filter(record -> record.key().equals(key))
                .toList();
    }

    private static Map<String, String> headers(ConsumerRecord<String, String> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
