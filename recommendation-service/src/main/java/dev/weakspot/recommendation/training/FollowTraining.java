package dev.weakspot.recommendation.training;

import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is served a tenth of a second or two behind what is learned, by this instance or another, and a second while much is learned, for as
 * long as the application runs. On a thread of its own: reading changes takes long at times, and no request shall wait for that. While they cannot
 * be read, what is known is served on.
 */
@Singleton
public class FollowTraining implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(FollowTraining.class);

    /** Another instance may learn, and nobody here announces that. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    /** Many small batches are read at once: each reading copies the tables of questions and pages, and each page that has moved. */
    private static final Duration BREATH = Duration.ofMillis(100);

    /**
     * While much is learned, most pages move in a moment, and their copies live just long enough to come to the old generation. Made ten times a second,
     * they took a tenth of the speed when learning anew from 10,000 questions.
     */
    private static final Duration LONG_BREATH = Duration.ofSeconds(1);

    /** Attempts a second. People who practise make fewer but for a backlog; then what one of them teaches shall count for the others at once. */
    private static final double MUCH = 1_000;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ServedParameters served;
    private final Semaphore rung = new Semaphore(0);
    private final Thread thread = new Thread(this, "follow-training");
    private final CountDownLatch stopping = new CountDownLatch(1);
    private boolean isTroubled;
    private long readAt = System.nanoTime();

    FollowTraining(ServedParameters served) {
        this.served = served;
    }

    /** Somebody has learned, and committed it. Returns at once; any thread may call it. */
    public void soon() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    @EventListener
    void start(StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    /** While the data source is still open. */
    @EventListener
    void stop(ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        soon();
        if (!thread.join(GRACE)) {
            thread.interrupt();
        }
    }

    @Override
    public void run() {
        try {
            while (!isStopping()) {
                rest(follow());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How long to rest at most before the next time. */
    private Duration follow() throws InterruptedException {
        try {
            long attempts = served.catchUp();
            long now = System.nanoTime();
            Duration breath = breathAfter(attempts, Duration.ofNanos(now - readAt));
            readAt = now;
            if (isTroubled) {
                LOG.info("Following what is learned again");
            }
            isTroubled = false;
            stopping.await(breath.toNanos(), TimeUnit.NANOSECONDS);
            return LOOK_AGAIN;
        } catch (RuntimeException e) {
            if (!isTroubled && !isStopping()) {
                LOG.atWarn().setCause(e).log("Cannot read now what was learned; answering by what is known");
            }
            isTroubled = true;
            return RETRY_AFTER;
        }
    }

    /** How long what is served may stay as it is when so many attempts were learned from in that time. */
    static Duration breathAfter(long attempts, Duration time) {
        return attempts > MUCH * time.toNanos() / 1e9 ? LONG_BREATH : BREATH;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void rest(Duration atMost) throws InterruptedException {
        if (rung.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            rung.drainPermits();
        }
    }
}
