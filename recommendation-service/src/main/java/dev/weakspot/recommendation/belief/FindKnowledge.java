package dev.weakspot.recommendation.belief;

import dev.weakspot.model.lean.Lean;
import dev.weakspot.recommendation.belief.LearnerStates.Newest;
import dev.weakspot.recommendation.catalog.Catalog;
import dev.weakspot.recommendation.catalog.CurrentCatalog;
import dev.weakspot.recommendation.learner.LearnerId;
import dev.weakspot.recommendation.training.ServedParameters;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks up what we know about a learner. Threads may share it. */
@Singleton
public class FindKnowledge {

    /** A page asks several things at once, and shall hear one story. */
    private static final Duration ONE_STORY = Duration.ofSeconds(1);

    /** Each takes some ten kilobytes; after ten suggestions from 60 topics and 10,000 questions thirty, and more with each topic asked for besides. */
    private static final int MOST_KEPT = 256;

    private final Lean model;
    private final LearnerStates states;
    private final ServedParameters servedParameters;
    private final CurrentCatalog currentCatalog;
    private final Clock clock;
    private final RecentlyUsed<LearnerId, Knowledge> kept = new RecentlyUsed<>(MOST_KEPT, _ -> 1);

    FindKnowledge(
            Lean model,
            LearnerStates states,
            ServedParameters servedParameters,
            CurrentCatalog currentCatalog,
            Clock clock) {
        this.model = model;
        this.states = states;
        this.servedParameters = servedParameters;
        this.currentCatalog = currentCatalog;
        this.clock = clock;
    }

    /**
     * What we know about the learner now: all that is committed of their own attempts and of the catalog. For a second, as long as
     * both are the same, it is the same knowledge, whatever others have answered meanwhile.
     */
    public Knowledge of(LearnerId id) {
        Instant now = clock.instant();
        Newest newest = states.newest(id);
        Catalog catalog = currentCatalog.at(newest.catalogVersion());
        Optional<Knowledge> recent = kept.find(id)
                .filter(known -> known.sequence() == newest.sequence()
                        && known.catalog().equals(catalog)
                        && !known.moment().isAfter(now)
                        && known.moment().plus(ONE_STORY).isAfter(now));
        return recent.orElseGet(() -> read(id, newest, catalog, now));
    }

    private Knowledge read(LearnerId id, Newest newest, Catalog catalog, Instant now) {
        LearnerState state = states.get(id, newest.sequence());
        Knowledge knowledge = new Knowledge(model, state, catalog, servedParameters.get(), now);
        kept.put(id, knowledge);
        return knowledge;
    }
}
