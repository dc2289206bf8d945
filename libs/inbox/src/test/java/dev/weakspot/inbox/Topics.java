package dev.weakspot.inbox;

import static org.awaitility.Awaitility.await;

import dev.weakspot.testbed.KafkaServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The contract's topics under a prefix of their own, for one test. */
record Topics(String prefix) {

    static Topics create(String prefix) {
        KafkaServer.shared().createTopics(prefix);
        return new Topics(prefix);
    }

    /** The topic with a single partition. */
    String single() {
        return prefix + "catalog.topics.v1";
    }

    /** The topic with twelve partitions. */
    String wide() {
        return prefix + "practice.attempts.v1";
    }

    TopicPartition partition() {
        return new TopicPartition(single(), 0);
    }

    void send(String... values) {
        send(Stream.of(values)
                .map(value -> new ProducerRecord<>(single(), "key", value))
                .toList());
    }

    static void send(List<ProducerRecord<String, String>> records) {
        try (var producer = new KafkaProducer<>(clientSettings(), new StringSerializer(), new StringSerializer())) {
            for (var sent : records.stream().map(producer::send).toList()) {
                sent.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static void sendBytes(ProducerRecord<byte[], byte[]> record) {
        try (var producer =
                new KafkaProducer<>(clientSettings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns once the broker knows, too: until then it acknowledges a message and throws it away. */
    void deleteParkingLot() {
        try (var admin = Admin.create(clientSettings())) {
            admin.deleteTopics(List.of(single() + ".parked")).all().get();
            await().until(() -> !admin.listTopics().names().get().contains(single() + ".parked"));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for that many parked messages of the single topic. */
    List<ConsumerRecord<byte[], byte[]>> parked(int count) {
        var parked = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = consumer(Map.of())) {
            var partition = new TopicPartition(single() + ".parked", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            await().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(parked::add);
                return parked.size() >= count && consumer.position(partition) >= end(consumer, partition);
            });
        }
        return parked;
    }

    private static long end(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    /** As a service configures it; the caller subscribes or assigns. */
    static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> more) {
        var settings = new HashMap<>(more);
        settings.put("bootstrap.servers", KafkaServer.shared().bootstrap());
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<String, Object> clientSettings() {
        return Map.of("bootstrap.servers", KafkaServer.shared().bootstrap());
    }
}
