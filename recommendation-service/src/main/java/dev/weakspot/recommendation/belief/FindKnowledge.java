package dev.weakspot.recommendation.belief;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

    /** A page asks several things at once, and shall hear one story. Not longer: Caffeine counts from a write up to a second ago. */
    private static final Duration ONE_STORY = Duration.ofSeconds(1);

    /** Each takes some ten kilobytes; after ten suggestions from 60 topics and 10,000 questions thirty, and more with each topic asked for besides. Of more in a second those who have not asked before are forgotten first. */
    private static final int MOST_KEPT = 512;

    private final Lean model;
    private final LearnerStates states;
    private final ServedParameters servedParameters;
    private final CurrentCatalog currentCatalog;
    private final Clock clock;

    /**
     * Little longer than they count, and gone when somebody asks next: each holds the parameters of its moment, of which a copy takes a third of a
     * megabyte.
     */
    private final Cache<LearnerId, Knowledge> kept = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(ONE_STORY)
            // Whoever keeps one more makes room for it: no other thread need be awake.
            .executor(Runnable::run)
            .build();

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
        Optional<Knowledge> last = Optional.ofNullable(kept.getIfPresent(id));
        return last.filter(known -> known.sequence() == newest.sequence()
                        && known.catalog().equals(catalog)
                        && !known.moment().isAfter(now)
                        && known.moment().plus(ONE_STORY).isAfter(now))
                .orElseGet(() -> read(id, newest, catalog, now));
    }

    private Knowledge read(LearnerId id, Newest newest, Catalog catalog, Instant now) {
        LearnerState state = states.get(id, newest.sequence());
        Knowledge knowledge = new Knowledge(model, state, catalog, servedParameters.get(), now);
        kept.put(id, knowledge);
        return knowledge;
    }
}
