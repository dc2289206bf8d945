package dev.weakspot.recommendation.quality;

import dev.weakspot.model.quality.Quality;
import dev.weakspot.recommendation.training.Scoreboard;
import dev.weakspot.recommendation.training.Scoreboard.Score;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Tells ops how well the models predict: the one that serves and the one in its shadow, over all attempts and over the last ones. */
@Singleton
class QualityGauges implements MeterBinder {

    /** Looked up late: it needs the database, whose pool needs the meters. */
    private final Provider<Scoreboard> scoreboard;

    QualityGauges(Provider<Scoreboard> scoreboard) {
        this.scoreboard = scoreboard;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        bind(meters, "serving", () -> scoreboard.get().serving());
        bind(meters, "shadow", () -> scoreboard.get().shadow());
    }

    private static void bind(MeterRegistry meters, String role, Supplier<Score> score) {
        bind(meters, Tags.of("role", role, "over", "all"), () -> score.get().all());
        bind(meters, Tags.of("role", role, "over", "recent"), () -> score.get().recent());
    }

    private static void bind(MeterRegistry meters, Tags tags, Supplier<Quality> quality) {
        bind(meters, tags, "weakspot.model.predictions", "Attempts that were predicted", quality, Quality::predictions);
        bind(meters, tags, "weakspot.model.auc", "Chance that a success was predicted higher", quality, Quality::auc);
        bind(meters, tags, "weakspot.model.log.loss", "Mean surprise in nats", quality, Quality::logLoss);
        bind(meters, tags, "weakspot.model.ece", "Expected calibration error", quality, Quality::ece);
    }

    private static void bind(
            MeterRegistry meters,
            Tags tags,
            String name,
            String description,
            Supplier<Quality> quality,
            ToDoubleFunction<Quality> number) {
        Gauge.builder(name, quality, current -> number.applyAsDouble(current.get()))
                .description(description)
                .tags(tags)
                .strongReference(true)
                .register(meters);
    }
}
