package dev.weakspot.recommendation.belief;

import static java.util.Objects.requireNonNull;
import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.Trend;
import dev.weakspot.model.lean.Lean;
import dev.weakspot.model.lean.Parameters;
import dev.weakspot.outbox.Outbox;
import dev.weakspot.outbox.OutboxMessage;
import dev.weakspot.recommendation.TopicNames;
import dev.weakspot.recommendation.belief.Fold.Learned;
import dev.weakspot.recommendation.belief.ManyLearners.OnTopic;
import dev.weakspot.recommendation.catalog.Catalog;
import dev.weakspot.recommendation.catalog.CurrentCatalog;
import dev.weakspot.recommendation.learner.LearnerId;
import dev.weakspot.recommendation.training.LearningModel;
import dev.weakspot.recommendation.training.ModelVersion;
import dev.weakspot.recommendation.training.Training;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves our beliefs by attempts, and publishes what we believe then.
 *
 * <p>Runs in its caller's transaction, in which the caller also remembers that the attempts came. Each attempt counts once,
 * however often it comes, and each learner's in their order: one that comes before its turn is kept until its turn.
 */
@Singleton
public class LearnFromAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(LearnFromAttempts.class);

    private final Lean model;
    private final Training training;
    private final Shadow shadow;
    private final CurrentCatalog currentCatalog;
    private final ManyLearners learners;
    private final LearnerStates states;
    private final EarlyAttempts earlyAttempts;
    private final Outbox outbox;
    private final JsonMapper json;
    private final TopicNames topics;

    LearnFromAttempts(
            Lean model,
            @Named("serving") Training training,
            Shadow shadow,
            CurrentCatalog currentCatalog,
            ManyLearners learners,
            LearnerStates states,
            EarlyAttempts earlyAttempts,
            Outbox outbox,
            JsonMapper json,
            TopicNames topics) {
        this.model = model;
        this.training = training;
        this.shadow = shadow;
        this.currentCatalog = currentCatalog;
        this.learners = learners;
        this.states = states;
        this.earlyAttempts = earlyAttempts;
        this.outbox = outbox;
        this.json = json;
        this.topics = topics;
    }

    /** Returns the last attempt of each learner of whom something was learned. */
    public Map<LearnerId, Long> learn(List<NumberedAttempt> attempts) {
        // The lock comes first: what is loaded after it, nobody else moves.
        LearningModel learning = training.resume();
        Catalog catalog = currentCatalog.get();
        learning.relate(catalog.prerequisites());
        Set<LearnerId> ids = attempts.stream().map(NumberedAttempt::learner).collect(toSet());
        List<NumberedAttempt> held = earlyAttempts.find(ids);
        Fold fold = new Fold(learning, learners.find(ids), held);
        attempts.forEach(fold::add);

        keep(fold, held);
        if (fold.learned().isEmpty()) {
            return Map.of();
        }
        List<Believed> beliefs = beliefs(fold, learning, catalog);
        training.save();
        List<BeliefRow> rows = beliefs.stream().map(BeliefRow::of).toList();
        Collection<QuestionSeen> seen = learners.save(fold.changedLearners(), rows, fold.learned());
        ModelVersion version = learning.version();
        outbox.append(beliefs.parallelStream()
                .map(believed -> message(believed, version))
                .toList());
        shadow.learn(fold.learned(), catalog);
        states.advanceOnCommit(Advance.listOf(fold, rows, seen));
        return fold.changedLearners().stream().collect(toMap(Learner::id, Learner::sequence));
    }

    private void keep(Fold fold, List<NumberedAttempt> held) {
        List<NumberedAttempt> waiting = fold.waiting();
        Set<NumberedAttempt> stillWaiting = Set.copyOf(waiting);
        List<NumberedAttempt> released =
                held.stream().filter(not(stillWaiting::contains)).toList();
        List<NumberedAttempt> early =
                waiting.stream().filter(not(Set.copyOf(held)::contains)).toList();
        earlyAttempts.release(released);
        earlyAttempts.hold(early);
        warnOfGaps(fold, held, early);
    }

    private static void warnOfGaps(Fold fold, List<NumberedAttempt> held, List<NumberedAttempt> early) {
        Set<LearnerId> known = held.stream().map(NumberedAttempt::learner).collect(toSet());
        for (NumberedAttempt attempt : early) {
            if (known.add(attempt.learner())) {
                LOG.atWarn()
                        .addKeyValue("learner", attempt.learner())
                        .addKeyValue("missing", fold.learner(attempt.learner()).sequence() + 1)
                        .addKeyValue("came", attempt.sequence())
                        .log("An attempt is missing; holding what comes after it");
            }
        }
    }

    /** One belief for each learner and topic, as it is after the whole batch. */
    private List<Believed> beliefs(Fold fold, LearningModel learning, Catalog catalog) {
        Map<OnTopic, Instant> answered = new LinkedHashMap<>();
        for (Learned learned : fold.learned()) {
            onTopics(learned)
                    .forEach(onTopic ->
                            answered.put(onTopic, learned.attempt().attempt().answeredAt()));
        }
        Map<OnTopic, Trend> trends = trends(fold, answered.keySet());
        Map<LearnerId, Learner> changed =
                fold.changedLearners().stream().collect(toMap(Learner::id, Function.identity()));
        Parameters parameters = learning.parameters();
        // A rebuild waits for this thread, and nothing moves any more: all processors may look at it, as at the
        // messages later. But Fold belongs
        // to one thread, so its learners are taken out first.
        return List.copyOf(answered.entrySet()).parallelStream()
                .map(each -> {
                    TopicSlug topic = each.getKey().topic();
                    Learner learner = requireNonNull(changed.get(each.getKey().learner()));
                    Estimate mastery =
                            model.mastery(learner.memory(), parameters, topic, catalog.tellingQuestions(topic));
                    int attempts = learner.memory().attempts(topic);
                    Trend trend = trends.getOrDefault(each.getKey(), Trend.NONE);
                    return new Believed(learner, topic, attempts, each.getValue(), mastery, trend);
                })
                .toList();
    }

    private Map<OnTopic, Trend> trends(Fold fold, Set<OnTopic> answered) {
        Map<OnTopic, Trend> trends = learners.findTrends(answered);
        for (Learned learned : fold.learned()) {
            double score = learned.attempt().attempt().score();
            onTopics(learned)
                    .forEach(onTopic -> trends.put(
                            onTopic, trends.getOrDefault(onTopic, Trend.NONE).after(score, learned.predicted())));
        }
        return trends;
    }

    private static List<OnTopic> onTopics(Learned learned) {
        NumberedAttempt attempt = learned.attempt();
        return attempt.attempt().question().topics().stream()
                .map(topic -> new OnTopic(attempt.learner(), topic))
                .toList();
    }

    private OutboxMessage message(Believed believed, ModelVersion version) {
        Learner learner = believed.learner();
        var updated = new BeliefUpdated(
                learner.id().value(),
                believed.topic().value(),
                learner.sequence(),
                believed.mastery().value(),
                believed.mastery().low(),
                believed.mastery().high(),
                believed.attempts(),
                version.toString(),
                learner.answeredAt());
        try {
            return new OutboxMessage.Event(
                    topics.recommendationBeliefs(), updated.key(), updated.event(), json.writeValueAsString(updated));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
