package dev.weakspot.cli.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weakspot.cli.dataset.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Posts responses as attempts: many learners at once, each learner in order, and all about in the file's order, because a
 * row is posted only when the row {@link #WINDOW} before it is done.
 */
final class AttemptSender {

    private static final int WINDOW = 4_096;

    private final Services services;
    private final Names names;
    private final Tokens tokens;
    private final Semaphore connections;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    /** Each learner's attempts are chained, so only one of them is under way. */
    private final Map<UUID, CompletableFuture<Posted>> learners = new HashMap<>();

    AttemptSender(Services services, Names names, Tokens tokens, int connections) {
        this.services = services;
        this.names = names;
        this.tokens = tokens;
        this.connections = new Semaphore(connections);
    }

    /** Posts all; {@code onAccepted} is run after each. Ends at the first refusal, with it. */
    void post(List<Response> responses, Runnable onAccepted) throws InterruptedException {
        var window = new Semaphore(WINDOW);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Response response : responses) {
                if (failure.get() != null) {
                    break;
                }
                window.acquire();
                UUID learner = names.learner(response.learner());
                learners.compute(learner, (id, before) -> Optional.ofNullable(before)
                        .orElseGet(() -> CompletableFuture.completedFuture(new Posted(id, 0, 0)))
                        .thenApplyAsync(soFar -> post(response, soFar, onAccepted), executor)
                        .whenComplete((_, thrown) -> {
                            window.release();
                            if (thrown != null) {
                                failure.compareAndSet(null, thrown);
                            }
                        }));
            }
            // Every row gives its place back when it is done: all places free means that all are.
            window.acquire(WINDOW);
        }
        @Nullable Throwable thrown = failure.get();
        switch (thrown instanceof CompletionException ? thrown.getCause() : thrown) {
            case null -> {}
            case RuntimeException refusal -> throw refusal;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }

    private Posted post(Response response, Posted soFar, Runnable onAccepted) {
        try {
            connections.acquire();
            try {
                Services.Recorded recorded = services.postAttempt(tokens.learner(soFar.learner()), attempt(response))
                        .orElseThrow(() -> names.changed("Line " + response.line()));
                (recorded.first() ? accepted : repeated).incrementAndGet();
                onAccepted.run();
                return soFar.and(recorded.sequence());
            } finally {
                connections.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode attempt(Response response) {
        ObjectNode attempt = JsonNodeFactory.instance.objectNode();
        attempt.put("attempt_id", names.attempt(response).toString());
        attempt.put("question_id", names.question(response.question()));
        attempt.put("question_version", 1);
        ObjectNode answer = attempt.putObject("answer");
        answer.put("type", "single-choice");
        answer.put("choice", response.correct() ? BankOfDataSet.RIGHT : BankOfDataSet.WRONG);
        response.answeredAt().ifPresent(at -> attempt.put("answered_at", at.toString()));
        return attempt;
    }

    /** How many are recorded now, whether by this run or by one before. */
    long accepted() {
        return accepted.get() + repeated.get();
    }

    /** How many of them had been recorded before. */
    long repeated() {
        return repeated.get();
    }

    /** Who took part. */
    List<Posted> learners() {
        return learners.values().stream().map(CompletableFuture::join).toList();
    }

    /**
     * A learner's part in the replay.
     *
     * @param attempts how many were posted
     * @param lastSequence the highest number among them
     */
    record Posted(UUID learner, long attempts, long lastSequence) {

        Posted and(long sequence) {
            return new Posted(learner, attempts + 1, Math.max(lastSequence, sequence));
        }
    }
}
