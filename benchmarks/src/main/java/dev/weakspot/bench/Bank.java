package dev.weakspot.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weakspot.testbed.Contracts;
import dev.weakspot.testbed.Example;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Made-up questions on made-up topics, as many as wanted; told to services as the catalog would tell them. */
public record Bank(int topics, int questions) {

    static final String TOPICS = "catalog.topics.v1";
    static final String QUESTIONS = "catalog.questions.v1";

    private static final ObjectMapper JSON = new ObjectMapper();

    public static String topic(int number) {
        return "topic-" + number;
    }

    public static String question(int number) {
        return "question-" + number;
    }

    public int topicOf(int question) {
        return question % topics;
    }

    /** From −2 to 2, without an order. */
    static double difficultyOf(int question) {
        return Math.floorMod(question * 31, 17) / 4.0 - 2;
    }

    /** A question, any of them. */
    public int draw() {
        return ThreadLocalRandom.current().nextInt(questions);
    }

    /** Returns when Kafka has all. */
    public void publish(String bootstrap) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", 5),
                new StringSerializer(),
                new StringSerializer())) {
            messages().forEach(message -> {
                var _ = producer.send(message);
            });
        }
    }

    private Stream<ProducerRecord<String, String>> messages() {
        Example topic = example(TOPICS, "topic");
        Example question = example(QUESTIONS, "single-choice");
        return Stream.concat(
                IntStream.range(0, topics).mapToObj(number -> {
                    ObjectNode payload = payload(topic);
                    payload.put("slug", topic(number)).put("title", "Topic " + number);
                    payload.putArray("prerequisites");
                    return message(TOPICS, topic, topic(number), payload);
                }),
                IntStream.range(0, questions).mapToObj(number -> {
                    double difficulty = difficultyOf(number);
                    ObjectNode payload = payload(question);
                    payload.put("question_id", question(number)).put("difficulty", difficulty);
                    payload.put("level", difficulty < -.5 ? "junior" : difficulty < .5 ? "mid" : "senior");
                    payload.putArray("topics").add(topic(topicOf(number)));
                    return message(QUESTIONS, question, question(number), payload);
                }));
    }

    private static Example example(String topic, String name) {
        return Contracts.examples(topic).stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode payload(Example example) {
        try {
            return (ObjectNode) JSON.readTree(example.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProducerRecord<String, String> message(String topic, Example like, String key, ObjectNode payload) {
        var message = new ProducerRecord<>(topic, key, payload.toString());
        like.headers().forEach((name, value) -> message.headers()
                .add(name, value.replace(like.key(), key).getBytes(StandardCharsets.UTF_8)));
        return message;
    }
}
