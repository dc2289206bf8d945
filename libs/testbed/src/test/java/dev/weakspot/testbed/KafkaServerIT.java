package dev.weakspot.testbed;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerIT {

    @Test
    void topicsAreAsTheContractSays() throws Exception {
        KafkaServer kafka = KafkaServer.shared();

        kafka.createTopics("topics-it.");
        kafka.createTopics("topics-it.");

        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            for (Channel channel : Contracts.channels()) {
                assertThat(partitions(admin, "topics-it." + channel.address())).isEqualTo(channel.partitions());
                assertThat(settings(admin, "topics-it." + channel.address())).containsAllEntriesOf(channel.settings());
            }
        }
    }

    @Test
    void aRestartKeepsTheMessagesAndTheGroups(@TempDir Path folder) throws Exception {
        int port = Ports.anyFree();
        KafkaServer first = KafkaServer.start(folder, port);
        first.createTopics("");
        send(first, "one");
        assertThat(receive(first, 1)).containsExactly("one");
        first.stop();

        try (var second = KafkaServer.start(folder, port)) {
            send(second, "two");

            assertThat(receive(second, 1)).containsExactly("two");
        }
    }

    private static int partitions(Admin admin, String topic) throws Exception {
        return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                .mapToInt(description -> description.partitions().size())
                .sum();
    }

    private static Map<String, String> settings(Admin admin, String topic) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource)).all().get().values().stream()
                .flatMap(config -> config.entries().stream())
                .collect(toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static void send(KafkaServer kafka, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrap()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("practice.attempts.v1", "ada", value))
                    .get();
        }
    }

    private static List<String> receive(KafkaServer kafka, int count) {
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", kafka.bootstrap(),
                        "group.id", "testbed",
                        "group.protocol", "consumer",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of("practice.attempts.v1"));
            Awaitility.await().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> values.add(message.value()));
                return values.size() >= count;
            });
            consumer.commitSync();
        }
        return values;
    }
}
