package dev.weakspot.recommendation.belief;

import static java.util.stream.Collectors.toSet;

import dev.weakspot.recommendation.database.AfterCommit;
import dev.weakspot.recommendation.learner.LearnerId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Tells those who wait that attempts were applied. Threads may share it; whoever waits should be a virtual thread. */
@Singleton
public class Progress {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Another instance may apply the attempt, and nobody here announces that. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** Each of them is a request that holds its place in the service; who comes then is told what is known now. */
    static final int MOST = 256;

    private final LearnerStates states;
    private final AfterCommit afterCommit;
    private final Semaphore places = new Semaphore(MOST);
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();

    /** Whoever has it looks for all. */
    private final ReentrantLock looking = new ReentrantLock();

    private long lookedAt = System.nanoTime();

    Progress(LearnerStates states, AfterCommit afterCommit) {
        this.states = states;
        this.afterCommit = afterCommit;
    }

    /** Somebody who waits for a learner's attempt. Two who wait for the same are two: each has a latch of their own. */
    private record Waiting(LearnerId learner, long sequence, CountDownLatch seen) {

        void hear(Map<LearnerId, Long> sequences) {
            if (sequences.getOrDefault(learner, 0L) >= sequence) {
                seen.countDown();
            }
        }

        boolean isServed() {
            return seen.getCount() == 0;
        }
    }

    /** To be called in the transaction that applies attempts: how far their learners are once it is committed. */
    public void announceOnCommit(Map<LearnerId, Long> sequences) {
        afterCommit.run(() -> announce(sequences));
    }

    private void announce(Map<LearnerId, Long> sequences) {
        waiting.forEach(each -> each.hear(sequences));
    }

    /**
     * Returns when the learner's attempt is applied, or after two seconds and perhaps one look more, or at once when too many wait already. Fails
     * when the database is away. Must not be called in a transaction.
     *
     * @param sequence the attempt; 0 is always there
     * @return whether the attempt was seen to be applied
     */
    public boolean await(LearnerId learner, long sequence) {
        if (sequence <= 0) {
            return true;
        }
        if (!places.tryAcquire()) {
            return false;
        }
        Waiting us = new Waiting(learner, sequence, new CountDownLatch(1));
        // Before looking: what is announced after the look must end the rest.
        waiting.add(us);
        try {
            return isSeenInTime(us);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.remove(us);
            places.release();
        }
    }

    /** How many wait now. */
    int waiting() {
        return waiting.size();
    }

    private boolean isSeenInTime(Waiting us) throws InterruptedException {
        long begin = System.nanoTime();
        us.hear(states.sequences(Set.of(us.learner())));
        while (!us.isServed() && System.nanoTime() - begin < PATIENCE.toNanos()) {
            if (!us.seen().await(LOOK_AGAIN.toNanos(), TimeUnit.NANOSECONDS)) {
                lookForAll();
            }
        }
        return us.isServed();
    }

    /** With one question, however many wait: they are many when the database has enough to do. */
    private void lookForAll() {
        if (looking.tryLock()) {
            try {
                if (System.nanoTime() - lookedAt >= LOOK_AGAIN.toNanos()) {
                    // Also when it fails: the next one shall not ask at once what cannot be answered.
                    lookedAt = System.nanoTime();
                    announce(states.sequences(
                            waiting.stream().map(Waiting::learner).collect(toSet())));
                }
            } finally {
                looking.unlock();
            }
        }
    }
}
