package dev.weakspot.recommendation;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.lean.LearnerMemory;
import dev.weakspot.model.lean.Learning;
import dev.weakspot.model.lean.Parameters;
import dev.weakspot.model.lean.SinglePart;
import dev.weakspot.recommendation.training.ParameterLog;
import dev.weakspot.recommendation.training.Training;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** A model in the shadow that fails on whatever was answered wrong, after it has moved. */
@Factory
@Requires(property = "weakspot.test.broken-shadow")
final class BrokenShadow {

    @Singleton
    @Named("shadow")
    @Replaces(value = Training.class, named = "shadow", factory = World.class)
    Training shadow(ParameterLog log) {
        return new Training("broken/1", new Broken(), SinglePart::untrained, log);
    }

    private static final class Broken implements Learning {

        private final Learning core = SinglePart.bayesianCore();

        @Override
        public double learn(LearnerMemory learner, Parameters parameters, Attempt attempt) {
            double expected = core.learn(learner, parameters, attempt);
            if (attempt.score() == 0) {
                throw new IllegalStateException("Wrong answers break this model on purpose");
            }
            return expected;
        }

        @Override
        public double follow(LearnerMemory learner, Parameters parameters, Attempt attempt) {
            return core.follow(learner, parameters, attempt);
        }
    }
}
