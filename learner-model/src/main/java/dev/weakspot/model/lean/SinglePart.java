package dev.weakspot.model.lean;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.Logit;

/** One part of the model alone, to compare the whole with. Belongs to one thread. */
public final class SinglePart implements Learning {

    private final Moment moment = new Moment();
    private final Part part;

    private SinglePart(Part part) {
        this.part = part;
    }

    /** Parameters for a part alone: without the table of weights, which only the whole model has, and so a few hundred bytes. */
    public static Parameters untrained() {
        return Parameters.untrained(0);
    }

    public static SinglePart bayesianCore() {
        return new SinglePart(new BayesianCore());
    }

    public static SinglePart elo() {
        return new SinglePart(new Elo());
    }

    public static SinglePart knowledgeTracing() {
        return new SinglePart(new KnowledgeTracing());
    }

    public static SinglePart bestLogistic() {
        return new SinglePart(new BestLogistic());
    }

    @Override
    public double learn(LearnerMemory learner, Parameters parameters, Attempt attempt) {
        double expected = expect(learner, parameters, attempt);
        part.train(moment, attempt.score());
        part.follow(moment, attempt.score());
        parameters.count(moment, attempt.score());
        learner.remember(moment, attempt.score());
        return expected;
    }

    @Override
    public double follow(LearnerMemory learner, Parameters parameters, Attempt attempt) {
        double expected = expect(learner, parameters, attempt);
        part.follow(moment, attempt.score());
        learner.remember(moment, attempt.score());
        return expected;
    }

    private double expect(LearnerMemory learner, Parameters parameters, Attempt attempt) {
        moment.place(learner, parameters, attempt.question(), Lean.second(attempt));
        double logit = part.predict(moment);
        moment.meet();
        return Logit.toProbability(logit);
    }
}
