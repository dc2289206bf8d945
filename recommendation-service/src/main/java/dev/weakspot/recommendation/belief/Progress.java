package dev.weakspot.recommendation.belief;

import dev.weakspot.recommendation.learner.LearnerId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells those who wait that attempts were applied. Threads may share it; whoever waits should be a virtual thread. */
@Singleton
public class Progress {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Another instance may apply the attempt, and nobody here announces that. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** Each of them asks the database again and again, so many may wait; who comes then is told what is known now. */
    private static final int MOST = 64;

    private final Learners learners;
    private final Clock clock;
    private final Semaphore places = new Semaphore(MOST);
    private final ConcurrentMap<LearnerId, CountDownLatch> announcements = new ConcurrentHashMap<>();

    Progress(Learners learners, Clock clock) {
        this.learners = learners;
        this.clock = clock;
    }

    /** Some attempts of these learners have been applied and committed. */
    public void announce(Collection<LearnerId> applied) {
        for (LearnerId learner : applied) {
            Optional.ofNullable(announcements.remove(learner)).ifPresent(CountDownLatch::countDown);
        }
    }

    /**
     * Returns when the learner's attempt is applied, or after two seconds, or at once when too many wait already. Must not be
     * called in a transaction.
     */
    public void await(LearnerId learner, long sequence) {
        if (sequence > 0 && places.tryAcquire()) {
            try {
                awaitPatiently(learner, sequence);
            } finally {
                places.release();
            }
        }
    }

    private void awaitPatiently(LearnerId learner, long sequence) {
        Instant deadline = clock.instant().plus(PATIENCE);
        // Before looking: what is announced after the look must end the rest.
        CountDownLatch announcement = next(learner);
        while (isBehind(learner, sequence) && clock.instant().isBefore(deadline) && isRested(announcement)) {
            announcement = next(learner);
        }
        // Others who wait for the same learner look again by themselves.
        announcements.remove(learner, announcement);
    }

    private CountDownLatch next(LearnerId learner) {
        return announcements.computeIfAbsent(learner, _ -> new CountDownLatch(1));
    }

    private boolean isBehind(LearnerId learner, long sequence) {
        return learners.sequence(learner.value()) < sequence;
    }

    /** Rests until the announcement, but not for long; not rested means that somebody wants this thread to end. */
    private static boolean isRested(CountDownLatch announcement) {
        try {
            boolean _ = announcement.await(LOOK_AGAIN.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
