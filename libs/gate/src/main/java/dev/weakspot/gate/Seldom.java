package dev.weakspot.gate;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Something that is said once a second at most, however often it happens: a log tells of an outage, it does not count its
 * victims one by one. Threads may share it.
 */
public final class Seldom {

    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private final AtomicLong happened = new AtomicLong();
    private final AtomicLong silentUntil = new AtomicLong(System.nanoTime());

    /**
     * Says it, unless that was done a moment ago.
     *
     * @param words get to know how often it has happened since it was said the last time; this time counts
     */
    public void say(LongConsumer words) {
        happened.incrementAndGet();
        long now = System.nanoTime();
        long until = silentUntil.get();
        if (now - until >= 0 && silentUntil.compareAndSet(until, now + PAUSE)) {
            words.accept(happened.getAndSet(0));
        }
    }
}
