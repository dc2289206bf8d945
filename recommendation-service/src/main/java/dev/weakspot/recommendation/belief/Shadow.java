package dev.weakspot.recommendation.belief;

import static java.util.stream.Collectors.toSet;

import dev.weakspot.model.lean.LearnerMemory;
import dev.weakspot.recommendation.belief.Fold.Learned;
import dev.weakspot.recommendation.catalog.Catalog;
import dev.weakspot.recommendation.learner.LearnerId;
import dev.weakspot.recommendation.training.LearningModel;
import dev.weakspot.recommendation.training.ShadowConfiguration;
import dev.weakspot.recommendation.training.Training;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets another model learn from the same attempts, so that one can see which predicts better before switching. Nobody is answered by it.
 *
 * <p>It learns from each attempt once, or never: when it fails, the batch is undone for it alone, counted and not tried again, and all
 * else goes on as if it were not there.
 */
@Singleton
class Shadow {

    private static final Logger LOG = LoggerFactory.getLogger(Shadow.class);

    private final ShadowConfiguration configuration;
    private final Training training;
    private final ManyLearners learners;
    private final TransactionOperations<Connection> transactions;
    private final Counter missed;

    Shadow(
            ShadowConfiguration configuration,
            @Named("shadow") Training training,
            ManyLearners learners,
            TransactionOperations<Connection> transactions,
            MeterRegistry meters) {
        this.configuration = configuration;
        this.training = training;
        this.learners = learners;
        this.transactions = transactions;
        this.missed = Counter.builder("weakspot.shadow.missed")
                .description("Attempts that the model in the shadow failed to learn from")
                .tag("model", training.name())
                .register(meters);
    }

    /** Runs in its caller's transaction, behind everything that matters; does nothing when there is to be no shadow. */
    void learn(List<Learned> learned, Catalog catalog) {
        if (!configuration.enabled()) {
            return;
        }
        Connection connection = transactions.getConnection();
        try {
            Savepoint before = connection.setSavepoint();
            try {
                follow(learned, catalog);
                connection.releaseSavepoint(before);
            } catch (RuntimeException e) {
                connection.rollback(before);
                missed.increment(learned.size());
                LOG.atWarn()
                        .addKeyValue("model", training.name())
                        .addKeyValue("attempts", learned.size())
                        .setCause(e)
                        .log("The model in the shadow cannot learn from a batch; going on without it");
            }
        } catch (SQLException e) {
            throw new DataAccessException("Cannot set or leave a savepoint", e);
        }
    }

    private void follow(List<Learned> learned, Catalog catalog) {
        LearningModel model = training.beginOrResume();
        model.relate(catalog.prerequisites());
        Set<LearnerId> ids =
                learned.stream().map(each -> each.attempt().learner()).collect(toSet());
        Map<LearnerId, LearnerMemory> memories = learners.findShadows(training.name(), ids);
        for (Learned each : learned) {
            LearnerMemory memory = memories.computeIfAbsent(each.attempt().learner(), _ -> new LearnerMemory());
            if (each.attempt().simulated()) {
                model.follow(memory, each.attempt().attempt());
            } else {
                model.learn(memory, each.attempt().attempt());
            }
        }
        training.save();
        learners.saveShadows(training.name(), memories);
    }
}
