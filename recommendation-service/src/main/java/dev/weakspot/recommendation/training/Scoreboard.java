package dev.weakspot.recommendation.training;

import dev.weakspot.model.quality.Quality;
import dev.weakspot.model.quality.RunningQuality;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** How well the models have predicted attempts before they learned from them, as last committed. Threads may share it. */
@Singleton
public class Scoreboard {

    private final Training serving;
    private final Training shadow;
    private final ParameterLog log;

    Scoreboard(@Named("serving") Training serving, @Named("shadow") Training shadow, ParameterLog log) {
        this.serving = serving;
        this.shadow = shadow;
        this.log = log;
    }

    /**
     * A model's score.
     *
     * @param all over all attempts
     * @param recent over the last ones: after {@link RunningQuality#HALF_LIFE} more, an attempt counts half
     */
    public record Score(ModelVersion model, Quality all, Quality recent) {}

    /** Of the model that learners are answered by. */
    @ReadOnly
    public Score serving() {
        return score(serving);
    }

    /** Of the model that learns beside it. */
    @ReadOnly
    public Score shadow() {
        return score(shadow);
    }

    private Score score(Training training) {
        RunningQuality quality = log.quality(training.name());
        ModelVersion version = new ModelVersion(training.name(), log.attempts(training.name()));
        return new Score(version, quality.all(), quality.recent());
    }
}
