package dev.weakspot.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.weakspot.testbed.Database;
import dev.weakspot.testbed.KafkaServer;
import dev.weakspot.testbed.Ports;
import dev.weakspot.testbed.PostgresServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class OutageIT {

    private static final String TOPIC = "catalog.topics.v1";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Database database = SmallService.databaseWithOutbox();

    @BeforeEach
    void listenToTheLog() {
        log.start();
        relayLogger().addAppender(log);
    }

    @AfterEach
    void leaveTheLog() {
        relayLogger().detachAppender(log);
    }

    @Test
    void whileKafkaIsAwayAppendsAreAcceptedAndAfterwardsAllIsPublishedInOrder(@TempDir Path folder) throws Exception {
        int port = Ports.anyFree();
        KafkaServer before = KafkaServer.start(folder, port);
        before.createTopics("");

        try (var service = SmallService.start(database, before.bootstrap())) {
            service.append(TOPIC, "ada", "1");
            awaitEmptyOutbox();
            before.stop();

            service.append(TOPIC, "ada", "2", "3", "4", "5");
            awaitLogged(Level.WARN);
            await().untilAsserted(() -> assertThat(depth(service)).isEqualTo(4));

            try (var after = KafkaServer.start(folder, port);
                    var topic = new TopicReader(after.bootstrap(), TOPIC)) {
                await().untilAsserted(() -> assertThat(topic.values()).containsExactly("1", "2", "3", "4", "5"));
                awaitLogged(Level.INFO);
                assertThat(levels()).containsExactly(Level.WARN, Level.INFO);
            }
        }
    }

    @Test
    void aRelayThatStartsBeforeKafkaPublishesOnceItIsThere(@TempDir Path folder) throws Exception {
        int port = Ports.anyFree();

        try (var service = SmallService.start(database, "127.0.0.1:" + port)) {
            service.append(TOPIC, "ada", "1", "2");
            try (var kafka = KafkaServer.start(folder, port)) {
                kafka.createTopics("");

                try (var topic = new TopicReader(kafka.bootstrap(), TOPIC)) {
                    await().untilAsserted(() -> assertThat(topic.values()).containsExactly("1", "2"));
                }
            }
        }
    }

    @Test
    void whenTheDatabaseComesBackTheRelayGoesOn() throws Exception {
        KafkaServer.shared().createTopics("outage-it.");
        String topicName = "outage-it." + TOPIC;

        try (var service = SmallService.start(database, KafkaServer.shared().bootstrap());
                var topic = new TopicReader(KafkaServer.shared().bootstrap(), topicName)) {
            service.append(topicName, "ada", "1");
            awaitEmptyOutbox();

            allowConnections(false);
            awaitLogged(Level.WARN);
            allowConnections(true);
            awaitLogged(Level.INFO);

            service.append(topicName, "ada", "2");
            await().untilAsserted(() -> assertThat(topic.values()).containsExactly("1", "2"));
            assertThat(levels()).containsExactly(Level.WARN, Level.INFO);
        }
    }

    @Test
    void aRelayThatStartsBeforeTheDatabasePublishesOnceItIsThere() throws Exception {
        KafkaServer.shared().createTopics("late-database-it.");
        String topicName = "late-database-it." + TOPIC;
        try (var writer = SmallService.withoutRelay(database)) {
            writer.append(topicName, "ada", "1");
        }
        allowConnections(false);

        try (var context = SmallService.context(
                        database,
                        KafkaServer.shared().bootstrap(),
                        Map.of("datasources.default.initialization-fail-timeout", "-1"));
                var topic = new TopicReader(KafkaServer.shared().bootstrap(), topicName)) {
            awaitLogged(Level.WARN);
            allowConnections(true);

            await().untilAsserted(() -> assertThat(topic.values()).containsExactly("1"));
            assertThat(context.isRunning()).isTrue();
        }
    }

    private void allowConnections(boolean allowed) throws SQLException {
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        try (Connection elsewhere =
                        PostgresServer.shared().database("elsewhere").connect();
                Statement statement = elsewhere.createStatement()) {
            statement.execute("alter database %s allow_connections %s".formatted(name, allowed));
            if (!allowed) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s' and backend_type = 'client backend'"
                                .formatted(name));
            }
        }
    }

    private void awaitEmptyOutbox() {
        await().untilAsserted(() -> {
            try (Connection connection = database.connect();
                    var rows = connection.createStatement().executeQuery("select from outbox")) {
                assertThat(rows.next()).isFalse();
            }
        });
    }

    private void awaitLogged(Level level) {
        await().until(() -> levels().contains(level));
    }

    private List<Level> levels() {
        return List.copyOf(log.list).stream().map(ILoggingEvent::getLevel).toList();
    }

    private static double depth(SmallService service) {
        return service.bean(MeterRegistry.class)
                .get("weakspot.outbox.depth")
                .gauge()
                .value();
    }

    private static Logger relayLogger() {
        return (Logger) LoggerFactory.getLogger(OutboxRelay.class);
    }
}
