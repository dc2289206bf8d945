package dev.weakspot.recommendation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A learner, who answers questions one after the other. */
public final class TestLearner {

    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

    private final UUID id = UUID.randomUUID();
    private long sequence;

    private TestLearner() {}

    public static TestLearner aLearner() {
        return new TestLearner();
    }

    public UUID id() {
        return id;
    }

    /** How many attempts there have been. */
    public long sequence() {
        return sequence;
    }

    public Message answersRight(TestQuestion question) {
        return answers(question, 1);
    }

    public Message answersWrong(TestQuestion question) {
        return answers(question, 0);
    }

    /** The next attempt, as the practice service publishes it. */
    public Message answers(TestQuestion question, double score) {
        return answers(question, score, MONDAY.plusSeconds(60 * (sequence + 1)), false);
    }

    /** The next attempt, made by a simulator: it changes nothing of what others are told. */
    public Message simulates(TestQuestion question, double score) {
        return answers(question, score, MONDAY.plusSeconds(60 * (sequence + 1)), true);
    }

    /** The next attempt, at a moment of the learner's choice; a simulated one is marked so. */
    public Message answers(TestQuestion question, double score, Instant answeredAt, boolean simulated) {
        sequence++;
        UUID attempt = UUID.nameUUIDFromBytes((id + "/" + sequence).getBytes(StandardCharsets.UTF_8));
        return new Message("practice.attempts.v1", id.toString(), """
                {"attempt_id": "%s", "learner_id": "%s", "sequence": %s, "question_id": "%s", "question_version": 1,
                 "question_kind": "definition", "difficulty": %s, "topics": [%s], "score": %s, "correct": %s,
                 "graded_by": "answer-key", "hints_used": 0, "answered_at": "%s", "recorded_at": "%s", "simulated": %s}
                """.formatted(
                        attempt,
                        id,
                        sequence,
                        question.id(),
                        question.difficulty(),
                        question.topicsJson(),
                        score,
                        score == 1,
                        answeredAt,
                        answeredAt,
                        simulated));
    }

    /** Answers each question once, in their order. */
    public List<Message> answersAll(List<TestQuestion> questions, double score) {
        return questions.stream().map(question -> answers(question, score)).toList();
    }
}
