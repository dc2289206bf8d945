package dev.weakspot.testbed;

import java.util.Locale;
import org.testcontainers.containers.PostgreSQLContainer;
import org.testcontainers.kafka.KafkaContainer;

/** The shared servers as containers. Testcontainers removes them when the JVM ends. */
final class Containers {

    private Containers() {}

    @SuppressWarnings("resource")
    static PostgresServer postgres() {
        var container = new PostgreSQLContainer<>("postgres:18-alpine")
                .withUsername("postgres")
                .withPassword("postgres")
                .withEnv("POSTGRES_INITDB_ARGS", "--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8")
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
        container.start();
        return new PostgresServer(
                container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), container);
    }

    @SuppressWarnings("resource")
    static KafkaServer kafka() {
        var container = new KafkaContainer("apache/kafka:4.3.1");
        KafkaServer.SETTINGS.forEach((name, value) ->
                container.withEnv("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        container.start();
        return new KafkaServer(container.getBootstrapServers(), container::stop);
    }
}
