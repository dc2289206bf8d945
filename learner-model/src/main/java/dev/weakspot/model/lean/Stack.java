package dev.weakspot.model.lean;

import dev.weakspot.model.Logit;
import java.util.List;
import java.util.stream.Stream;

/**
 * Corrects the extended regression by what all parts say, and by how it has done on this learner of late; weights of its own for
 * learners of different experience make the result calibrated from the first answers on. Stacking: D. Wolpert, "Stacked
 * generalization", Neural Networks 5 (1992).
 */
final class Stack implements Part {

    private static final double RATE = .03;
    private static final double PATIENCE = 10;

    /** Learners of 0 to 2 attempts, of 3 to 14, to 62, to 254, and of more. */
    private static final int MOST_EXPERIENCE = 4;

    /** What is weighed. */
    enum Input {
        ONE,
        CORE,
        TRACING,
        BEST,
        EXTENDED,
        ELO,
        LONG_SURPRISE,
        SHORT_SURPRISE
    }

    private final Features<Input> inputs = new Features<>(Input.class);
    private Weights<Input> ofAll = new Weights<>(Input.class);
    private Weights<Input> ofExperience = ofAll;
    private double logit;

    /** One set of weights for all, and one for each degree of experience. */
    static List<Weights<Input>> untrained() {
        return Stream.generate(() -> new Weights<>(Input.class))
                .limit(2 + MOST_EXPERIENCE)
                .toList();
    }

    @Override
    public double predict(Moment moment) {
        inputs.set(Input.ONE, 1);
        inputs.set(Input.CORE, moment.coreLogit);
        inputs.set(Input.TRACING, moment.tracingLogit);
        inputs.set(Input.BEST, moment.bestLogit);
        inputs.set(Input.EXTENDED, moment.extendedLogit);
        inputs.set(Input.ELO, moment.eloLogit);
        inputs.set(Input.LONG_SURPRISE, moment.learner.longSurprise);
        inputs.set(Input.SHORT_SURPRISE, moment.learner.shortSurprise);
        ofAll = moment.parameters.stack.getFirst();
        ofExperience = moment.parameters.stack.get(1 + experience(moment.learner.attempts));
        logit = moment.extendedLogit + ofAll.weighed(inputs) + ofExperience.weighed(inputs);
        return logit;
    }

    @Override
    public void train(Moment moment, double score) {
        double error = Logit.toProbability(logit) - score;
        ofAll.descend(inputs, error, RATE, PATIENCE);
        ofExperience.descend(inputs, error, RATE, PATIENCE);
    }

    /** Believes nothing of a learner. */
    @Override
    public void follow(Moment moment, double score) {}

    /** The logarithm of one plus the attempts, to the base of four. */
    static int experience(int attempts) {
        int binary = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(attempts + 1);
        return Math.min(MOST_EXPERIENCE, binary / 2);
    }
}
