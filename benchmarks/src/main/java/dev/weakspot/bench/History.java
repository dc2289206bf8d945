package dev.weakspot.bench;

import dev.weakspot.testbed.Contracts;
import dev.weakspot.testbed.Example;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Attempts that were made long ago, as people make them: in sittings of {@value #SITTING} attempts, {@value #AT_ONCE} learners at a
 * time, each as often as the others once all have had their turn. Told as the practice service would tell them.
 */
final class History {

    static final int SITTING = 10;
    static final int AT_ONCE = 50;

    /** Attempts until the next learners have their turn. */
    static final int TOGETHER = SITTING * AT_ONCE;

    static final String TOPIC = "practice.attempts.v1";

    private static final String AT = "2026-03-01T18:30:00Z";
    private static final Example EXAMPLE = Contracts.examples(TOPIC).getFirst();

    private final Bank bank;
    private final IntFunction<UUID> learner;
    private final int learners;
    private final SplittableRandom random = new SplittableRandom(7);
    private long published;

    /** Nothing yet, by that many learners, a multiple of {@value #AT_ONCE}, whose ids the function knows. */
    History(Bank bank, int learners, IntFunction<UUID> learner) {
        if (learners < AT_ONCE || learners % AT_ONCE != 0) {
            throw new IllegalArgumentException("Learners come " + AT_ONCE + " at a time: " + learners);
        }
        this.bank = bank;
        this.learners = learners;
        this.learner = learner;
    }

    /** Goes on until there are so many in all; returns when Kafka has them. */
    void publish(String bootstrap, long total) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", 5, "batch.size", 1 << 17),
                new StringSerializer(),
                new StringSerializer())) {
            for (; published < total; published++) {
                UUID id = learner.apply(learnerOf(published));
                var message = new ProducerRecord<>(TOPIC, id.toString(), payload(id, sequenceOf(published)));
                EXAMPLE.headers()
                        .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                var _ = producer.send(message);
            }
        }
    }

    /** Whose attempt it is. */
    private int learnerOf(long attempt) {
        long group = attempt / TOGETHER % (learners / AT_ONCE);
        return (int) (group * AT_ONCE + attempt % AT_ONCE);
    }

    /** Which of the learner's it is, from 1. */
    private long sequenceOf(long attempt) {
        long sittingsBefore = attempt / ((long) SITTING * learners);
        return sittingsBefore * SITTING + attempt % TOGETHER / AT_ONCE + 1;
    }

    /** The event of an attempt of somebody who is as able as their id says. */
    private String payload(UUID id, long sequence) {
        int question = random.nextInt(bank.questions());
        double ability = id.getLeastSignificantBits() % 9 / 4.0;
        boolean isRight = random.nextDouble() < 1 / (1 + Math.exp(Bank.difficultyOf(question) - ability));
        return payload(new UUID(random.nextLong(), random.nextLong()), id, sequence, question, isRight);
    }

    private String payload(UUID attempt, UUID id, long sequence, int question, boolean isRight) {
        return "{\"attempt_id\":\"" + attempt + "\",\"learner_id\":\"" + id + "\",\"sequence\":" + sequence
                + ",\"question_id\":\"" + Bank.question(question)
                + "\",\"question_version\":1,\"question_kind\":\"definition\",\"difficulty\":"
                + Bank.difficultyOf(question) + ",\"topics\":[\"" + Bank.topic(bank.topicOf(question))
                + "\"],\"score\":"
                + (isRight ? 1 : 0) + ",\"correct\":" + isRight
                + ",\"graded_by\":\"answer-key\",\"response_time_ms\":12500,\"hints_used\":0,\"answered_at\":\"" + AT
                + "\",\"recorded_at\":\"" + AT + "\"}";
    }
}
