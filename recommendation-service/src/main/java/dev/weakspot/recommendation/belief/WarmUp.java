package dev.weakspot.recommendation.belief;

import dev.weakspot.recommendation.learner.LearnerId;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a question about nobody before anybody asks one: the model's parameters and the catalog are in memory then. The service is not
 * ready before that.
 */
@Singleton
@Readiness
class WarmUp implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private static final LearnerId NOBODY = new LearnerId(new UUID(0, 0));
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final FindKnowledge findKnowledge;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean isWarm;
    private boolean isTroubled;

    WarmUp(FindKnowledge findKnowledge) {
        this.findKnowledge = findKnowledge;
    }

    @EventListener
    void start(StartupEvent event) {
        Thread.ofVirtual().name("warm-up").start(this::warmUp);
    }

    @EventListener
    void stop(ShutdownEvent event) {
        stopping.countDown();
    }

    @Override
    public Publisher<HealthResult> getResult() {
        HealthStatus status = isWarm ? HealthStatus.UP : HealthStatus.DOWN;
        return Publishers.just(HealthResult.builder("answers", status).build());
    }

    private void warmUp() {
        try {
            boolean isStopping = false;
            while (!isWarm && !isStopping) {
                isWarm = canAnswer();
                isStopping = !isWarm && stopping.await(RETRY_AFTER.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean canAnswer() {
        try {
            findKnowledge.of(NOBODY).topics();
            return true;
        } catch (RuntimeException e) {
            if (!isTroubled) {
                LOG.atWarn().setCause(e).log("Cannot answer yet; not ready until it works");
            }
            isTroubled = true;
            return false;
        }
    }
}
