package dev.weakspot.bench.hotpath;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.Estimate;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.lean.Lean;
import dev.weakspot.model.lean.LearnerMemory;
import dev.weakspot.model.lean.Parameters;
import dev.weakspot.practice.grading.Answer;
import dev.weakspot.practice.grading.AnswerKey;
import dev.weakspot.practice.grading.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A learner with 200 attempts behind them, among 600 questions on 60 topics that 100 learners have answered. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HotPaths {

    private static final Instant BEGIN = Instant.parse("2026-03-02T10:00:00Z");
    private static final int TOPICS = 60;
    private static final int QUESTIONS = 600;
    private static final int LEARNERS = 100;
    private static final int ATTEMPTS = 200;

    private final Lean model = new Lean();
    private final Parameters parameters = Parameters.untrained();
    private final List<Question> questions = IntStream.range(0, QUESTIONS)
            .mapToObj(number -> new Question(
                    new QuestionId("question-" + number),
                    List.of(new TopicSlug("topic-" + number % TOPICS)),
                    number % 17 / 4.0 - 2))
            .toList();
    private final AnswerKey key = new AnswerKey.SingleChoice(List.of(
            new AnswerKey.Choice("a", "At once", false, "Building a queryset sends nothing."),
            new AnswerKey.Choice("b", "When it is iterated", true, "Iteration evaluates it.")));
    private final Answer answer = new Answer.SingleChoice("b");
    private final LearnerMemory learner;
    private final byte[] bytes;
    private final List<Attempt> attempts;
    private LearnerMemory learning;
    private int next;

    public HotPaths() {
        var random = new Random(7);
        attempts = IntStream.range(0, ATTEMPTS)
                .mapToObj(number -> new Attempt(
                        questions.get(random.nextInt(QUESTIONS)),
                        random.nextInt(2),
                        BEGIN.plus(Duration.ofMinutes(number))))
                .toList();
        LearnerMemory last = new LearnerMemory();
        for (int i = 0; i < LEARNERS; i++) {
            last = new LearnerMemory();
            for (Attempt attempt : attempts) {
                model.learn(last, parameters, attempt);
            }
        }
        learner = last;
        bytes = learner.toBytes();
        learning = LearnerMemory.of(bytes);
    }

    /** An attempt moves a memory and the parameters. */
    @Benchmark
    public double fold() {
        if (next == attempts.size()) {
            learning = LearnerMemory.of(bytes);
            next = 0;
        }
        return model.learn(learning, parameters, attempts.get(next++));
    }

    @Benchmark
    public Estimate predict() {
        return model.predict(learner, parameters, questions.get(next++ % QUESTIONS), BEGIN.plus(Duration.ofDays(2)));
    }

    @Benchmark
    public Outcome grade() {
        return key.grade(answer);
    }

    @Benchmark
    public byte[] encode() {
        return learner.toBytes();
    }

    @Benchmark
    public LearnerMemory decode() {
        return LearnerMemory.of(bytes);
    }
}
