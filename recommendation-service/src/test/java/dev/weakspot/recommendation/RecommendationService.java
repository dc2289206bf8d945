package dev.weakspot.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weakspot.testbed.Database;
import dev.weakspot.testbed.KafkaServer;
import dev.weakspot.testbed.LocalIdentity;
import dev.weakspot.testbed.PostgresServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.transaction.TransactionOperations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The whole service over real HTTP, PostgreSQL and Kafka, with a database and topics of its own; in one instance or more. */
public final class RecommendationService implements AutoCloseable {

    public static final String ATTEMPTS = "practice.attempts.v1";
    public static final String BELIEFS = "recommendation.beliefs.v1";

    /** What the runbook has for a rebuild. */
    public static final String FORGET_ALL =
            "truncate learner, belief, question_seen, prediction, early_attempt, shadow_memory, parameter_change;"
                    + " update model set attempts = 0, newest_change = 0, newest_token = default, quality = '';"
                    + " delete from inbox_offset";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalIdentity IDENTITY = LocalIdentity.shared();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Database database = PostgresServer.shared().createDatabase("recommendation");
    private final KafkaServer kafka = KafkaServer.shared();
    private final String prefix = "t" + UUID.randomUUID().toString().substring(0, 8) + ".";
    private final List<EmbeddedServer> instances = new ArrayList<>();

    private RecommendationService() {
        kafka.createTopics(prefix);
    }

    /** One running instance. */
    public static RecommendationService start() {
        return start(Map.of());
    }

    /** One running instance with other settings than usual. */
    public static RecommendationService start(Map<String, Object> unusual) {
        RecommendationService service = new RecommendationService();
        service.startInstance(unusual);
        return service;
    }

    /** A database and topics, and nobody who runs on them yet. */
    public static RecommendationService notStarted() {
        return new RecommendationService();
    }

    /** One more instance on the same database and topics, ready to answer. */
    public void startInstance() {
        startInstance(Map.of());
    }

    private void startInstance(Map<String, Object> unusual) {
        launchInstance(unusual);
        await().until(this::isReady);
    }

    /** One more instance, which may not be ready yet. */
    public void launchInstance() {
        launchInstance(Map.of());
    }

    /** Whether the newest instance is. */
    public boolean isReady() {
        return send("GET", "/health/readiness", "").statusCode() == 200;
    }

    private void launchInstance(Map<String, Object> unusual) {
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.putAll(unusual);
        settings.put("micronaut.server.port", -1);
        settings.put("kafka.bootstrap.servers", kafka.bootstrap());
        settings.put("weakspot.identity.jwks", "file:" + IDENTITY.jwksFile());
        settings.put("weakspot.topics.catalog-topics", prefix + "catalog.topics.v1");
        settings.put("weakspot.topics.catalog-questions", prefix + "catalog.questions.v1");
        settings.put("weakspot.topics.practice-attempts", prefix + ATTEMPTS);
        settings.put("weakspot.topics.recommendation-beliefs", prefix + BELIEFS);
        instances.add(ApplicationContext.run(EmbeddedServer.class, settings));
    }

    /** Ends the oldest instance in the middle of what it does: first its transactions break, then it is gone. */
    public void killInstance() {
        // Not autovacuum's: PostgreSQL does not let us.
        query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                + " and backend_type = 'client backend' and pid <> pg_backend_pid()");
        instances.removeFirst().close();
    }

    /** As the runbook says: stops all instances, empties what attempts have taught, and starts one, which learns anew. */
    public void rebuild() {
        stopInstances();
        update(FORGET_ALL);
        startInstance();
    }

    /** Stops all instances and starts one. */
    public void restart() {
        stopInstances();
        startInstance();
    }

    private void stopInstances() {
        instances.forEach(EmbeddedServer::close);
        instances.clear();
    }

    public Database database() {
        return database;
    }

    /** What a topic is called here. */
    public String topic(String name) {
        return prefix + name;
    }

    public <T> T bean(Class<T> type) {
        return bean(0, type);
    }

    /** A bean of one of several instances, the oldest being number 0. */
    public <T> T bean(int instance, Class<T> type) {
        return instances.get(instance).getApplicationContext().getBean(type);
    }

    /** Does something in a transaction of the oldest instance. */
    public void inTransaction(Runnable work) {
        inTransaction(0, work);
    }

    /** Does something in a transaction of one of several instances. */
    public void inTransaction(int instance, Runnable work) {
        TransactionOperations<?> transactions = bean(instance, TransactionOperations.class);
        transactions.executeWrite(_ -> {
            work.run();
            return true;
        });
    }

    /** How many instances are in charge of a part of the attempts. */
    public long workers() {
        String group = "recommendation-service.attempts";
        try (Admin admin = Admin.create(clientSettings())) {
            return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .flatMap(description -> description.members().stream())
                    .filter(member -> member.assignment().topicPartitions().stream()
                            .anyMatch(partition -> partition.topic().startsWith(prefix)))
                    .count();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends messages in their order and returns when Kafka has them. */
    public void send(Collection<Message> messages) {
        try (var producer = new KafkaProducer<>(clientSettings(), new StringSerializer(), new StringSerializer())) {
            messages.forEach(message -> {
                var _ = producer.send(new ProducerRecord<>(prefix + message.topic(), message.key(), message.value()));
            });
            producer.flush();
        }
    }

    /** Sends messages in their order to one partition, whatever their keys. */
    public void sendToOnePartition(Collection<Message> messages) {
        try (var producer = new KafkaProducer<>(clientSettings(), new StringSerializer(), new StringSerializer())) {
            messages.forEach(message -> {
                var _ = producer.send(
                        new ProducerRecord<>(prefix + message.topic(), 0, message.key(), message.value()));
            });
            producer.flush();
        }
    }

    public void send(Message... messages) {
        send(List.of(messages));
    }

    /** Sends catalog messages and returns when the service has drawn them. */
    public void publish(Collection<Message> messages) {
        Set<String> questions = messages.stream()
                .filter(message -> message.topic().equals("catalog.questions.v1") && message.value() != null)
                .map(Message::key)
                .collect(Collectors.toSet());
        Set<String> topics = messages.stream()
                .filter(message -> message.topic().equals("catalog.topics.v1") && message.value() != null)
                .map(Message::key)
                .collect(Collectors.toSet());
        send(messages);
        await().untilAsserted(() -> {
            assertThat(query("select id from catalog_question where not withdrawn"))
                    .containsAll(questions);
            assertThat(query("select slug from catalog_topic where not withdrawn"))
                    .containsAll(topics);
        });
    }

    /** Takes a topic out of the catalog and returns when the service has heard of it. */
    public void withdrawTopic(String slug) {
        send(new Message("catalog.topics.v1", slug, null));
        await().untilAsserted(() -> assertThat(query("select slug from catalog_topic where withdrawn"))
                .contains(slug));
    }

    /** Sends attempts and returns when the service has learned from the learner's last one. */
    public void learn(TestLearner learner, Collection<Message> attempts) {
        send(attempts);
        awaitSequence(learner, learner.sequence());
    }

    public void awaitSequence(TestLearner learner, long sequence) {
        await().untilAsserted(() -> assertThat(appliedSequence(learner)).isEqualTo(sequence));
    }

    public long appliedSequence(TestLearner learner) {
        List<String> found = query("select sequence from learner where learner_id = '" + learner.id() + "'");
        return found.isEmpty() ? 0 : Long.parseLong(found.getFirst());
    }

    /** The rows of a query on the service's database, their columns joined by a space. */
    public List<String> query(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(rows.getString(i));
                }
                found.add(String.join(" ", columns));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Does something to the service's database. */
    public void update(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Where the newest instance listens. */
    public InetSocketAddress address() {
        URI uri = instances.getLast().getURI();
        return new InetSocketAddress(uri.getHost(), uri.getPort());
    }

    public static String tokenOf(TestLearner learner) {
        return IDENTITY.token(learner.id(), Set.of("learner"), Duration.ofMinutes(10));
    }

    public static String someoneWith(String role) {
        return IDENTITY.token(UUID.randomUUID(), Set.of(role), Duration.ofMinutes(10));
    }

    /** What Prometheus would read now. */
    public String metrics() {
        return send("GET", "/prometheus", someoneWith("ops")).body();
    }

    /** The body of an answer that must be a success. */
    public JsonNode get(String token, String path) {
        HttpResponse<String> response = send("GET", path, token);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any request; an empty token sends none. */
    public HttpResponse<String> send(String method, String path, String token) {
        return send(method, path, token, BodyPublishers.noBody());
    }

    public HttpResponse<String> put(String path, String token, String body) {
        return send("PUT", path, token, BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(String method, String path, String token, BodyPublisher body) {
        URI uri = instances.getLast().getURI().resolve(path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).method(method, body).header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.sendAsync(request.build(), BodyHandlers.ofString()).join();
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
        // As the relay sends. With more, a partition without a leader yet can take the second batch before the first.
        settings.put("max.in.flight.requests.per.connection", 1);
        return settings;
    }

    @Override
    public void close() {
        instances.forEach(EmbeddedServer::close);
    }
}
