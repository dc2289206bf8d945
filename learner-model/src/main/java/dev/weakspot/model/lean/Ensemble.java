package dev.weakspot.model.lean;

import dev.weakspot.model.Question;

/** All parts, one after another. Belongs to one thread, and to one prediction until it is closed. */
final class Ensemble implements AutoCloseable {

    private final Moment moment = new Moment();
    private final BayesianCore core = new BayesianCore();
    private final Elo elo = new Elo();
    private final KnowledgeTracing tracing = new KnowledgeTracing();
    private final BestLogistic best = new BestLogistic();
    private final ExtendedLogistic extended = new ExtendedLogistic();
    private final Stack stack = new Stack();

    /** The logit of success. */
    double predict(LearnerMemory learner, Parameters parameters, Question question, long second) {
        moment.place(learner, parameters, question, second);
        moment.coreLogit = core.predict(moment);
        moment.coreVariance = core.variance();
        moment.eloLogit = elo.predict(moment);
        moment.tracingLogit = tracing.predict(moment);
        moment.bestLogit = best.predict(moment);
        moment.extendedLogit = extended.predict(moment);
        return stack.predict(moment);
    }

    /** Of the logit, as the Bayesian core has it. */
    double variance() {
        return moment.coreVariance;
    }

    /** Moves the parameters, after {@link #predict}. */
    void train(double score) {
        moment.meet();
        core.train(moment, score);
        elo.train(moment, score);
        tracing.train(moment, score);
        best.train(moment, score);
        extended.train(moment, score);
        stack.train(moment, score);
        moment.parameters.count(moment, score);
    }

    /** Moves the learner's memory, after {@link #predict}, and after {@link #train} where both move. */
    void follow(double score) {
        moment.meet();
        core.follow(moment, score);
        elo.follow(moment, score);
        tracing.follow(moment, score);
        best.follow(moment, score);
        extended.follow(moment, score);
        stack.follow(moment, score);
        moment.learner.remember(moment, score);
    }

    @Override
    public void close() {
        moment.leave();
    }
}
