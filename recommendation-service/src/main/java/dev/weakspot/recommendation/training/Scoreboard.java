package dev.weakspot.recommendation.training;

import dev.weakspot.model.quality.Quality;
import dev.weakspot.model.quality.RunningQuality;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** How well the models have predicted attempts before they learned from them, as last committed. Threads may share it. */
@Singleton
public class Scoreboard {

    private final Map<Role, Training> models = new EnumMap<>(Role.class);
    private final ParameterLog log;

    Scoreboard(
            @Named("serving") Training serving,
            @Named("shadow") Training shadow,
            ShadowConfiguration configuration,
            ParameterLog log) {
        this.log = log;
        models.put(Role.SERVING, serving);
        if (configuration.enabled()) {
            models.put(Role.SHADOW, shadow);
        }
    }

    /**
     * A model's score.
     *
     * @param all over all attempts
     * @param recent over the last ones: after {@link RunningQuality#HALF_LIFE} more, an attempt counts half
     */
    public record Score(ModelVersion model, Quality all, Quality recent) {}

    /** Of each model that learns: without a shadow, only of the one that serves. */
    @ReadOnly
    public Map<Role, Score> scores() {
        Map<Role, Score> scores = new EnumMap<>(Role.class);
        models.forEach((role, training) -> scores.put(role, score(training.name())));
        return scores;
    }

    private Score score(String model) {
        ParameterLog.Learned learned = log.learned(model);
        RunningQuality quality = learned.quality();
        return new Score(new ModelVersion(model, learned.attempts()), quality.all(), quality.recent());
    }
}
