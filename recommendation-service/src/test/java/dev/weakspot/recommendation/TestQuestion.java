package dev.weakspot.recommendation;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;

/** A question of the catalog. */
public record TestQuestion(String id, double difficulty, List<String> topics) {

    /** Middling questions on one topic: {@code orm-1}, {@code orm-2} … */
    public static List<TestQuestion> questionsOn(String topic, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new TestQuestion(topic + "-" + i, 0, List.of(topic)))
                .toList();
    }

    public Message published() {
        return published("junior");
    }

    public Message published(String level) {
        return published(level, "definition");
    }

    public Message published(String level, String kind) {
        return new Message("catalog.questions.v1", id, """
                {"question_id": "%s", "version": 1, "kind": "%s", "level": "%s", "difficulty": %s,
                 "expected_seconds": 90, "topics": [%s], "stem": "What is it?", "answer": {"type": "short-text", "accepted": ["it"]}}
                """.formatted(id, kind, level, difficulty, topicsJson()));
    }

    public Message withdrawn() {
        return new Message("catalog.questions.v1", id, null);
    }

    /** A topic as the catalog publishes it. */
    public static Message topic(String slug, String title, String... prerequisites) {
        return new Message("catalog.topics.v1", slug, """
                {"slug": "%s", "title": "%s", "group": "All", "prerequisites": [%s]}
                """.formatted(slug, title, quoted(List.of(prerequisites))));
    }

    String topicsJson() {
        return quoted(topics);
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> "\"" + word + "\"").collect(joining(", "));
    }
}
