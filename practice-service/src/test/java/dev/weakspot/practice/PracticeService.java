package dev.weakspot.practice;

import dev.weakspot.testbed.Contracts;
import dev.weakspot.testbed.Database;
import dev.weakspot.testbed.Example;
import dev.weakspot.testbed.KafkaServer;
import dev.weakspot.testbed.LocalIdentity;
import dev.weakspot.testbed.PostgresServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The whole service over real HTTP, PostgreSQL and Kafka, with a database and topics of its own. */
public final class PracticeService implements AutoCloseable {

    public static final String QUESTIONS = "catalog.questions.v1";
    public static final String ATTEMPTS = "practice.attempts.v1";
    public static final String SESSIONS = "practice.sessions.v1";

    private static final LocalIdentity IDENTITY = LocalIdentity.shared();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Database database;
    private final KafkaServer kafka;
    private final String prefix = "t" + UUID.randomUUID().toString().substring(0, 8) + ".";
    private final Map<String, Object> more;
    private EmbeddedServer server;

    private PracticeService(Database database, KafkaServer kafka, Map<String, Object> more) {
        this.more = more;
        this.database = database;
        this.kafka = kafka;
        kafka.createTopics(prefix);
        this.server = run();
    }

    public static PracticeService start() {
        return start(PostgresServer.shared(), KafkaServer.shared());
    }

    public static PracticeService start(PostgresServer postgres, KafkaServer kafka) {
        return new PracticeService(postgres.createDatabase("practice"), kafka, Map.of());
    }

    /** With settings that come before those of {@code application.yml}. */
    public static PracticeService start(Map<String, Object> settings) {
        return new PracticeService(PostgresServer.shared().createDatabase("practice"), KafkaServer.shared(), settings);
    }

    /** On a database that may still be on its way. */
    public static PracticeService start(Database database) {
        return new PracticeService(database, KafkaServer.shared(), Map.of());
    }

    /** The golden questions whose types of answers we know. */
    public static Stream<Example> questions() {
        return Contracts.examples(QUESTIONS).stream()
                .filter(example -> !example.isTombstone())
                .filter(example -> !example.name().equals("from-the-future-answer"));
    }

    private EmbeddedServer run() {
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("micronaut.server.port", -1);
        settings.put("kafka.bootstrap.servers", kafka.bootstrap());
        settings.put("weakspot.topics.catalog-questions", prefix + QUESTIONS);
        settings.put("weakspot.topics.practice-attempts", prefix + ATTEMPTS);
        settings.put("weakspot.topics.practice-sessions", prefix + SESSIONS);
        settings.put("weakspot.identity.jwks", "file:" + IDENTITY.jwksFile());
        settings.putAll(more);
        return ApplicationContext.run(EmbeddedServer.class, settings);
    }

    /** Stops the service and starts it again on what it has written. */
    public void restart() {
        server.close();
        server = run();
    }

    /** A connection to the service's own database. */
    public Connection connect() throws SQLException {
        return database.connect();
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    public static String learner(UUID learner) {
        return IDENTITY.token(learner, Set.of("learner"), Duration.ofMinutes(10));
    }

    /** A learner's token in the name of an issuer whom nobody told the service to trust. */
    public static String learnerOf(String issuer) {
        return IDENTITY.token(issuer, UUID.randomUUID(), Set.of("learner"), Duration.ofMinutes(10));
    }

    public static String someoneWith(String role) {
        return IDENTITY.token(UUID.randomUUID(), Set.of(role), Duration.ofMinutes(10));
    }

    /** An attempt that nobody has made before, at such a question as {@link #publish(String, String, String...)} makes. */
    public static String newAttempt(String question) {
        return """
                {"attempt_id":"%s","question_id":"%s","question_version":1,
                 "answer":{"type":"single-choice","choice":"b"}}""".formatted(UUID.randomUUID(), question);
    }

    public HttpResponse<String> post(String token, String attempt) {
        return postAsync(token, attempt).join();
    }

    public CompletableFuture<HttpResponse<String>> postAsync(String token, String attempt) {
        return sendAsync("POST", "/api/v1/attempts", token, attempt);
    }

    public HttpResponse<String> get(String token, String path) {
        return client.sendAsync(request(path, token).build(), BodyHandlers.ofString())
                .join();
    }

    /** Any request; an empty token sends none. */
    public HttpResponse<String> send(String method, String path, String token) {
        return sendAsync(method, path, token, "{}").join();
    }

    public CompletableFuture<HttpResponse<String>> sendAsync(String method, String path, String token, String body) {
        HttpRequest request = request(path, token)
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.getURI().resolve(URI.create(path)))
                .timeout(Duration.ofMinutes(1));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    /** Publishes a question as the catalog would, and waits until the service has heard of it. */
    public void publish(Example question) {
        send(question.key(), question.isTombstone() ? null : question.payload());
        String reveals =
                "/api/v1/questions/%s/versions/%s/outline".formatted(question.key(), version(question.payload()));
        Awaitility.await().until(() -> get(learner(UUID.randomUUID()), reveals).statusCode() != 404);
    }

    /** Publishes a single-choice question, whose right answer is b, on these topics. */
    public void publish(String id, String level, String... topics) {
        publishVersion(1, id, level, topics);
    }

    /** Publishes a version of such a question. */
    public void publishVersion(int version, String id, String level, String... topics) {
        Example golden = questions()
                .filter(example -> example.name().equals("single-choice"))
                .findFirst()
                .orElseThrow();
        String payload = golden.payload()
                .replace("queryset-is-lazy", id)
                .replace("\"version\":1", "\"version\":" + version)
                .replace("\"junior\"", "\"" + level + "\"")
                .replace("\"orm-queries\"", "\"" + String.join("\",\"", topics) + "\"");
        publish(new Example(id, id, golden.headers(), payload));
    }

    private static String version(String payload) {
        return payload.replaceAll("(?s).*\"version\"\\s*:\\s*(\\d+).*", "$1");
    }

    /** Sends a message about a question; no value is a tombstone. */
    public void send(String question, @Nullable String value) {
        try (var producer = new KafkaProducer<>(clientSettings(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(prefix + QUESTIONS, question, value))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that stands on a topic now, partition after partition. */
    public List<ConsumerRecord<String, String>> messages(String topic) {
        try (var consumer = new KafkaConsumer<>(clientSettings(), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(prefix + topic).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> messages = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(messages::add);
            }
            return messages;
        }
    }

    private Properties clientSettings() {
        var settings = new Properties();
        settings.put("bootstrap.servers", kafka.bootstrap());
        return settings;
    }

    @Override
    public void close() {
        server.close();
    }
}
