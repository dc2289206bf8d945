package dev.weakspot.recommendation;

import dev.weakspot.model.choice.NextQuestions;
import dev.weakspot.model.lean.Lean;
import dev.weakspot.model.lean.Parameters;
import dev.weakspot.model.lean.SinglePart;
import dev.weakspot.recommendation.training.ParameterLog;
import dev.weakspot.recommendation.training.Training;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What the service is given rather than makes: the time, the learner models and the policy it runs on. */
@Factory
final class World {

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    Lean model() {
        return new Lean();
    }

    /** The model that learners are answered by. */
    @Singleton
    @Named("serving")
    Training serving(Lean model, ParameterLog log) {
        return new Training(model.version(), model, Parameters::untrained, log);
    }

    /** A model that learns beside it, to compare: the readable core of the model, alone. */
    @Singleton
    @Named("shadow")
    Training shadow(ParameterLog log) {
        return new Training("bayesian-core/1", SinglePart.bayesianCore(), SinglePart::untrained, log);
    }

    @Singleton
    NextQuestions nextQuestions() {
        return new NextQuestions();
    }
}
