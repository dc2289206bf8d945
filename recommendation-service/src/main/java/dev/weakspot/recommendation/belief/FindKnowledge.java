package dev.weakspot.recommendation.belief;

import dev.weakspot.model.LearnerModel;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.bayes.Calibration;
import dev.weakspot.model.bayes.LearnerState;
import dev.weakspot.model.bayes.TopicBelief;
import dev.weakspot.model.choice.PastTries;
import dev.weakspot.recommendation.catalog.CurrentCatalog;
import dev.weakspot.recommendation.learner.LearnerId;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Looks up what we know about a learner. Threads may share it. */
@Singleton
public class FindKnowledge {

    private final LearnerModel<LearnerState, Calibration> model;
    private final Learners learners;
    private final Beliefs beliefs;
    private final QuestionsSeen questionsSeen;
    private final CurrentCalibration currentCalibration;
    private final CurrentCatalog currentCatalog;
    private final Clock clock;

    FindKnowledge(
            LearnerModel<LearnerState, Calibration> model,
            Learners learners,
            Beliefs beliefs,
            QuestionsSeen questionsSeen,
            CurrentCalibration currentCalibration,
            CurrentCatalog currentCatalog,
            Clock clock) {
        this.model = model;
        this.learners = learners;
        this.beliefs = beliefs;
        this.questionsSeen = questionsSeen;
        this.currentCalibration = currentCalibration;
        this.currentCatalog = currentCatalog;
        this.clock = clock;
    }

    /** One moment for all that is read: a batch that commits meanwhile is seen as a whole or not at all. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Knowledge of(LearnerId id) {
        return new Knowledge(
                model,
                learner(id),
                currentCalibration.get(),
                currentCatalog.get(),
                pastTries(id.value()),
                clock.instant());
    }

    private Learner learner(LearnerId id) {
        return learners.findByLearnerId(id.value())
                .map(row -> new Learner(
                        id, row.sequence(), row.answeredAt(), new LearnerState(row.general(), topics(id.value()))))
                .orElseGet(() -> Learner.unknown(id, model.newLearner()));
    }

    private Map<TopicSlug, TopicBelief> topics(UUID learner) {
        Map<TopicSlug, TopicBelief> topics = new HashMap<>();
        beliefs.findByLearnerId(learner).forEach(row -> topics.put(new TopicSlug(row.topic()), row.toTopicBelief()));
        return topics;
    }

    private Map<QuestionId, PastTries> pastTries(UUID learner) {
        Map<QuestionId, PastTries> tries = new HashMap<>();
        questionsSeen
                .findByLearnerId(learner)
                .forEach(seen -> tries.put(new QuestionId(seen.questionId()), seen.toPastTries()));
        return tries;
    }
}
