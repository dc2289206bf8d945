package dev.weakspot.bench.fault;

import dev.weakspot.bench.Bank;
import dev.weakspot.testbed.Contracts;
import dev.weakspot.testbed.Example;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Somebody who writes into the topic of attempts past the practice service: copies, attempts in the wrong order, with gaps, and what
 * nobody can read.
 */
final class Strangers {

    static final String TOPIC = "practice.attempts.v1";

    private static final Example EXAMPLE = Contracts.examples(TOPIC).getFirst();
    private static final int OVERSIZED = 900_000;

    private final String bootstrap;
    private final Bank bank;
    private final SplittableRandom random;
    private final Map<UUID, Long> expected = new ConcurrentHashMap<>();
    private final AtomicInteger poisons = new AtomicInteger();

    Strangers(String bootstrap, Bank bank, SplittableRandom random) {
        this.bootstrap = bootstrap;
        this.bank = bank;
        this.random = random;
    }

    /** Each learner that only they know of, and up to which attempt may be learned from. */
    Map<UUID, Long> expected() {
        return Map.copyOf(expected);
    }

    /** How many messages must be parked. */
    int poisons() {
        return poisons.get();
    }

    /** One learner's attempts come in the wrong order and several times, of another's the second one never comes. */
    void deliverOddly() {
        UUID mixed = new UUID(random.nextLong(), random.nextLong());
        UUID gapped = new UUID(random.nextLong(), random.nextLong());
        Map<Long, UUID> attempts = new HashMap<>();
        send(List.of(4L, 2L, 2L, 1L, 3L, 1L, 5L, 4L).stream()
                .map(sequence -> attempt(
                        mixed,
                        attempts.computeIfAbsent(sequence, _ -> new UUID(random.nextLong(), random.nextLong())),
                        sequence))
                .toList());
        send(List.of(1L, 3L, 4L).stream()
                .map(sequence -> attempt(gapped, new UUID(random.nextLong(), random.nextLong()), sequence))
                .toList());
        expected.put(mixed, 5L);
        expected.put(gapped, 1L);
    }

    /** What is no JSON, what is not an attempt, and what is far too long. */
    void poison() {
        String key = new UUID(random.nextLong(), random.nextLong()).toString();
        send(List.of(
                message(key, "\u0000 no JSON"),
                message(key, "{\"learner_id\":\"" + key + "\"}"),
                message(key, "{\"attempt_id\":\"" + "x".repeat(OVERSIZED) + "\"}")));
        poisons.addAndGet(3);
    }

    private ProducerRecord<String, String> attempt(UUID learner, UUID attempt, long sequence) {
        int question = random.nextInt(bank.questions());
        return message(
                learner.toString(),
                "{\"attempt_id\":\"" + attempt + "\",\"learner_id\":\"" + learner + "\",\"sequence\":" + sequence
                        + ",\"question_id\":\"" + Bank.question(question)
                        + "\",\"question_version\":1,\"question_kind\":\"definition\",\"difficulty\":0.5,\"topics\":[\""
                        + Bank.topic(bank.topicOf(question))
                        + "\"],\"score\":1,\"correct\":true,\"graded_by\":\"answer-key\",\"hints_used\":0,"
                        + "\"answered_at\":\"2026-03-01T18:30:00Z\",\"recorded_at\":\"2026-03-01T18:30:00Z\"}");
    }

    private static ProducerRecord<String, String> message(String key, String payload) {
        var message = new ProducerRecord<>(TOPIC, key, payload);
        EXAMPLE.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private void send(List<ProducerRecord<String, String>> messages) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "max.request.size", 2 * OVERSIZED),
                new StringSerializer(),
                new StringSerializer())) {
            for (ProducerRecord<String, String> message : messages) {
                producer.send(message).get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("Kafka does not take what strangers send", e);
        }
    }
}
