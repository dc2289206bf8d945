package dev.weakspot.model.evaluation;

import dev.weakspot.model.lean.LearnerMemory;
import dev.weakspot.model.lean.Learning;
import dev.weakspot.model.lean.Parameters;
import java.util.HashMap;
import java.util.Map;

/** LEAN or one of its parts, from untrained parameters on. */
final class ModelContender implements Contender {

    private final Learning model;
    private final Parameters parameters = Parameters.untrained();
    private final Map<Integer, LearnerMemory> learners = new HashMap<>();

    ModelContender(Learning model) {
        this.model = model;
    }

    @Override
    public double learn(Answer answer) {
        return model.learn(learner(answer.learner()), parameters, answer.attempt());
    }

    @Override
    public double follow(Answer answer) {
        return model.follow(learner(answer.learner()), parameters, answer.attempt());
    }

    LearnerMemory learner(int number) {
        return learners.computeIfAbsent(number, _ -> new LearnerMemory());
    }

    Parameters parameters() {
        return parameters;
    }
}
