package dev.weakspot.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Baseline and subject measured by turns, A B A B …, so that a machine that others use as well is unfair to neither. */
record Rounds(Samples baseline, Samples subject) {

    static Rounds run(int rounds, Callable<Double> baseline, Callable<Double> subject) throws Exception {
        List<Double> baselines = new ArrayList<>();
        List<Double> subjects = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            baselines.add(baseline.call());
            subjects.add(subject.call());
        }
        return new Rounds(new Samples(baselines), new Samples(subjects));
    }

    /** Subject ÷ baseline: for what is better when it is more. */
    Samples gain() {
        return subject.dividedBy(baseline);
    }

    /** Baseline ÷ subject: for what is better when it is less. */
    Samples saving() {
        return baseline.dividedBy(subject);
    }
}
