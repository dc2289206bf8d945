package dev.weakspot.recommendation.quality;

import dev.weakspot.model.quality.Quality;
import dev.weakspot.recommendation.training.Role;
import dev.weakspot.recommendation.training.Scoreboard;
import dev.weakspot.recommendation.training.Scoreboard.Score;
import dev.weakspot.recommendation.training.ShadowConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Tells ops how well the models predict: the one that serves and the one in its shadow, over all attempts and over the last ones. */
@Singleton
class QualityGauges implements MeterBinder {

    private final List<Role> roles;
    private final Supplier<Map<Role, Score>> scores;

    /** @param scoreboard looked up late: it needs the database, whose pool needs the meters */
    QualityGauges(Provider<Scoreboard> scoreboard, ShadowConfiguration shadow, Clock clock) {
        this.roles = shadow.enabled() ? List.of(Role.SERVING, Role.SHADOW) : List.of(Role.SERVING);
        this.scores = new LatestScores(() -> scoreboard.get().scores(), clock);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        roles.forEach(role -> bind(meters, role, scores));
    }

    static void bind(MeterRegistry meters, Role role, Supplier<Map<Role, Score>> scores) {
        Supplier<Optional<Score>> ofRole =
                () -> Optional.ofNullable(scores.get().get(role));
        bind(meters, Tags.of("role", role.toString(), "over", "all"), ofRole, Score::all);
        bind(meters, Tags.of("role", role.toString(), "over", "recent"), ofRole, Score::recent);
    }

    private static void bind(
            MeterRegistry meters, Tags tags, Supplier<Optional<Score>> score, Function<Score, Quality> over) {
        Supplier<Optional<Quality>> quality = () -> score.get().map(over);
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
            Supplier<Optional<Quality>> quality,
            ToDoubleFunction<Quality> number) {
        Gauge.builder(name, quality, current -> current.get()
                        .map(number::applyAsDouble)
                        .orElse(Double.NaN))
                .description(description)
                .tags(tags)
                .strongReference(true)
                .register(meters);
    }
}
