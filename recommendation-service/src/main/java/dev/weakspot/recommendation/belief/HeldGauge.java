package dev.weakspot.recommendation.belief;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** Tells ops how many attempts wait for one that is missing. More than none for long: look for what was parked. */
@Singleton
class HeldGauge implements MeterBinder {

    private final Learners learners;

    HeldGauge(Learners learners) {
        this.learners = learners;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("weakspot.attempts.held", learners, Learners::attemptsHeld)
                .description("Attempts that wait for one that is missing")
                .register(meters);
    }
}
