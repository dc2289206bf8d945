package dev.weakspot.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What becomes of one batch. Kafka's thread fills it in while the relay waits. */
final class Delivery {

    private final CountDownLatch unsettled;
    private final Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
    private final Map<Long, Exception> refused = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Delivery(int size) {
        this.unsettled = new CountDownLatch(size);
    }

    void acknowledge(OutboxRow row) {
        acknowledged.add(row.seq());
    }

    void refuse(OutboxRow row, Exception refusal) {
        refused.put(row.seq(), refusal);
    }

    /** A row stays where it is; of many failures the first one is the cause. */
    void fail(Exception cause) {
        failure.compareAndSet(null, cause);
    }

    /** Of one row the fate is known and recorded. */
    void settleOne() {
        unsettled.countDown();
    }

    boolean isSettledWithin(Duration patience) throws InterruptedException {
        return unsettled.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    Collection<Long> acknowledged() {
        return acknowledged;
    }

    Map<Long, Exception> refused() {
        return refused;
    }

    Optional<Exception> failure() {
        return Optional.ofNullable(failure.get());
    }
}
