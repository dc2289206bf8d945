package dev.weakspot.recommendation.belief;

import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.choice.PastTries;
import dev.weakspot.model.lean.Lean;
import dev.weakspot.recommendation.catalog.Catalog;
import dev.weakspot.recommendation.catalog.CurrentCatalog;
import dev.weakspot.recommendation.learner.LearnerId;
import dev.weakspot.recommendation.training.ServedParameters;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Looks up what we know about a learner. Threads may share it. */
@Singleton
public class FindKnowledge {

    private final Lean model;
    private final Learners learners;
    private final Beliefs beliefs;
    private final QuestionsSeen questionsSeen;
    private final ServedParameters servedParameters;
    private final CurrentCatalog currentCatalog;
    private final TransactionOperations<Connection> transactions;
    private final Clock clock;

    FindKnowledge(
            Lean model,
            Learners learners,
            Beliefs beliefs,
            QuestionsSeen questionsSeen,
            ServedParameters servedParameters,
            CurrentCatalog currentCatalog,
            TransactionOperations<Connection> transactions,
            Clock clock) {
        this.model = model;
        this.learners = learners;
        this.beliefs = beliefs;
        this.questionsSeen = questionsSeen;
        this.servedParameters = servedParameters;
        this.currentCatalog = currentCatalog;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Asks something of what we know about the learner, which stays as it is. */
    public <T> T ask(LearnerId id, Function<Knowledge, T> question) {
        // One moment for all that is read: a batch that commits meanwhile is seen as a whole or not at all.
        var oneMoment = new DefaultTransactionDefinition();
        oneMoment.setIsolationLevel(Isolation.REPEATABLE_READ);
        oneMoment.setReadOnly(true);
        Found found = transactions.execute(oneMoment, _ -> find(id));
        // What is forgotten within an hour shows nowhere, and the same question within it gets the same answer.
        Instant moment = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return question.apply(new Knowledge(model, found, servedParameters.get(), moment));
    }

    /** What the database has. */
    record Found(
            Learner learner, Map<TopicSlug, BeliefRow> beliefs, Map<QuestionId, PastTries> pastTries, Catalog catalog) {

        Found {
            beliefs = Collections.unmodifiableMap(beliefs);
            // No copy: there may be thousands, and they are looked up in a hash map faster.
            pastTries = Collections.unmodifiableMap(pastTries);
        }
    }

    private Found find(LearnerId id) {
        Learner learner =
                learners.findByLearnerId(id.value()).map(LearnerRow::toLearner).orElseGet(() -> Learner.unknown(id));
        return new Found(learner, topics(id.value()), pastTries(id.value()), currentCatalog.get());
    }

    private Map<TopicSlug, BeliefRow> topics(UUID learner) {
        Map<TopicSlug, BeliefRow> topics = new HashMap<>();
        beliefs.findByLearnerId(learner).forEach(row -> topics.put(new TopicSlug(row.topic()), row));
        return topics;
    }

    private Map<QuestionId, PastTries> pastTries(UUID learner) {
        Map<QuestionId, PastTries> tries = new HashMap<>();
        questionsSeen.of(learner).forEach(seen -> tries.put(seen.question(), seen.tries()));
        return tries;
    }
}
