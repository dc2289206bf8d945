package dev.weakspot.outbox;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay of this process. Many rings before it wakes count as one; any thread may ring. */
@Singleton
final class RelayBell {

    private final Semaphore rung = new Semaphore(0);

    void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Returns at the next ring, at once when there has been one that is not forgotten, or when the patience is over. */
    void await(Duration patience) throws InterruptedException {
        var _ = rung.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** To be called before looking: whatever has rung until then is found. */
    void forget() {
        rung.drainPermits();
    }
}
