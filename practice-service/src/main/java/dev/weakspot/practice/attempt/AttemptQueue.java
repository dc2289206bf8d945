package dev.weakspot.practice.attempt;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits attempts in groups: whatever waits goes into one transaction, and each caller is answered after its commit.
 * Threads may share it; attempts of one caller are entered in the order in which they were put, unless their group is refused or
 * its commit fails.
 *
 * <p>A writer that drains the queue beats a transaction per request by far, because commits, not statements, are what
 * costs; and with a single request in the queue it adds nothing. Where the disk is slow, a second writer sends the statements of the
 * next group while the first one waits for its commit; where both have the same learner, the learner's row makes it wait, too. The
 * queue is bounded: beyond it there is a refusal, not memory.
 */
@Context
class AttemptQueue {

    private static final Logger LOG = LoggerFactory.getLogger(AttemptQueue.class);
    private static final int CAPACITY = 4_096;
    private static final int GROUP = 512;

    private final AttemptLedger ledger;
    private final Executor answering;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final List<Thread> writers =
            List.of(new Thread(this::write, "attempt-writer-1"), new Thread(this::write, "attempt-writer-2"));

    /** Whoever has it takes what waits and sends its statements. */
    private final ReentrantLock turn = new ReentrantLock();

    /** Whether the last group's commit took long; either writer may say so. */
    private volatile boolean isCommitSlow;

    private volatile boolean closing;

    AttemptQueue(AttemptLedger ledger, MeterRegistry meters, @Named(TaskExecutors.BLOCKING) ExecutorService answering) {
        this.ledger = ledger;
        this.answering = answering;
        Gauge.builder("weakspot.attempts.waiting", queue, BlockingQueue::size)
                .description("Attempts that wait to be committed")
                .register(meters);
    }

    /** An attempt and who waits for it. */
    private record Waiting(GradedAttempt attempt, CompletableFuture<Entry> answer) {

        UUID id() {
            return attempt.submission().attemptId();
        }
    }

    /**
     * Puts an attempt into the queue; the answer completes after the commit, or exceptionally with {@link TooBusy} when
     * the queue is full or the database is away.
     */
    CompletableFuture<Entry> put(GradedAttempt attempt) {
        var waiting = new Waiting(attempt, new CompletableFuture<>());
        if (!queue.offer(waiting) || (closing && queue.remove(waiting))) {
            waiting.answer().completeExceptionally(new TooBusy());
        }
        return waiting.answer();
    }

    @PostConstruct
    void open() {
        writers.forEach(Thread::start);
    }

    /** Commits what waits and stops. */
    @PreDestroy
    void close() throws InterruptedException {
        closing = true;
        writers.forEach(Thread::interrupt);
        for (Thread writer : writers) {
            writer.join();
        }
        queue.forEach(waiting -> waiting.answer().completeExceptionally(new TooBusy()));
    }

    private void write() {
        List<Waiting> group = new ArrayList<>(GROUP);
        while (!(closing && queue.isEmpty())) {
            try {
                turn.lockInterruptibly();
                if (!closing) {
                    group.add(queue.take());
                }
                // At the end the other writer may have taken the last one, and nobody would wake us.
                queue.drainTo(group, GROUP - group.size());
                enterDistinct(group);
            } catch (InterruptedException e) {
                // closing: the loop's condition decides
            } finally {
                passTurn();
            }
            group.clear();
        }
    }

    private void passTurn() {
        if (turn.isHeldByCurrentThread()) {
            turn.unlock();
        }
    }

    /** An id that occurs twice in a group waits for the first one's commit. */
    private void enterDistinct(List<Waiting> group) {
        List<Waiting> left = group;
        while (!left.isEmpty()) {
            Set<UUID> ids = new HashSet<>();
            List<Waiting> distinct = new ArrayList<>(left.size());
            List<Waiting> repeated = new ArrayList<>();
            for (Waiting waiting : left) {
                (ids.add(waiting.id()) ? distinct : repeated).add(waiting);
            }
            enter(distinct, repeated.isEmpty());
            left = repeated;
        }
    }

    /** @param isLast whether nothing of what was taken is left then, so that the other writer may begin */
    private void enter(List<Waiting> group, boolean isLast) {
        List<Entry> entries;
        try {
            entries = enterTogether(group.stream().map(Waiting::attempt).toList(), isLast);
        } catch (RuntimeException e) {
            if (isRefusalOfData(e)) {
                // Most of the group may be fine: each gets its own transaction and its own answer.
                enterOneByOne(group, e);
            } else {
                LOG.atWarn().addKeyValue("attempts", group.size()).setCause(e).log("Attempts could not be committed");
                group.forEach(waiting -> waiting.answer().completeExceptionally(new TooBusy()));
            }
            return;
        } catch (Error e) {
            // A writer must outlive an error: without both nobody would be answered any more.
            LOG.atError().addKeyValue("attempts", group.size()).setCause(e).log("Attempts could not be committed");
            group.forEach(waiting -> waiting.answer().completeExceptionally(e));
            return;
        }
        answerAside(group, entries);
    }

    /** Once more when somebody was entering one of the attempts at the same time: their commit is over then. */
    private List<Entry> enterTogether(List<GradedAttempt> attempts, boolean isLast) {
        try {
            return enterAndTime(attempts, isLast);
        } catch (RuntimeException e) {
            if (!isRace(e)) {
                throw e;
            }
            return enterAndTime(attempts, isLast);
        }
    }

    /** Where a commit takes more than half as long as its statements, the other writer begins; elsewhere groups would only be smaller. */
    private List<Entry> enterAndTime(List<GradedAttempt> attempts, boolean isLast) {
        long begin = System.nanoTime();
        var allSent = new AtomicLong();
        List<Entry> entries = ledger.enter(attempts, () -> {
            allSent.set(System.nanoTime());
            if (isLast && isCommitSlow) {
                passTurn();
            }
        });
        isCommitSlow = 2 * (System.nanoTime() - allSent.get()) > allSent.get() - begin;
        return entries;
    }

    /** Writing the responses takes as long as the commit, and the next group would wait for it. */
    private void answerAside(List<Waiting> group, List<Entry> entries) {
        try {
            answering.execute(() -> answer(group, entries));
        } catch (RejectedExecutionException e) {
            answer(group, entries); // at the end of all
        }
    }

    private static void answer(List<Waiting> group, List<Entry> entries) {
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer().complete(entries.get(i));
        }
    }

    private void enterOneByOne(List<Waiting> group, RuntimeException reason) {
        if (group.size() == 1 && !isRace(reason)) {
            group.getFirst().answer().completeExceptionally(reason);
            return;
        }
        for (Waiting waiting : group) {
            try {
                waiting.answer()
                        .complete(ledger.enter(List.of(waiting.attempt()), () -> {})
                                .getFirst());
            } catch (RuntimeException e) {
                waiting.answer().completeExceptionally(isRefusalOfData(e) && !isRace(e) ? e : new TooBusy());
            }
        }
    }

    /** PostgreSQL understood and refused: a constraint, a value, a race with another instance. Not: it was away. */
    private static boolean isRefusalOfData(Throwable e) {
        String state = sqlState(e);
        return state.startsWith("22") || state.startsWith("23") || isRace(e);
    }

    /** Another instance entered the same attempt or locked the same learners meanwhile: the next try sees it. */
    private static boolean isRace(Throwable e) {
        String state = sqlState(e);
        return state.equals("23505") || state.startsWith("40");
    }

    private static String sqlState(Throwable e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
