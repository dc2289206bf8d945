package dev.weakspot.recommendation;

import dev.weakspot.model.LearnerModel;
import dev.weakspot.model.bayes.BayesianElo;
import dev.weakspot.model.bayes.Calibration;
import dev.weakspot.model.bayes.LearnerState;
import dev.weakspot.model.choice.NextQuestions;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What the service is given rather than makes: the time, the learner model and the policy it runs on. */
@Factory
final class World {

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    LearnerModel<LearnerState, Calibration> learnerModel() {
        return new BayesianElo();
    }

    @Singleton
    NextQuestions nextQuestions() {
        return new NextQuestions();
    }
}
