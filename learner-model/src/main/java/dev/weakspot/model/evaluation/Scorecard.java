package dev.weakspot.model.evaluation;

import dev.weakspot.model.evaluation.Protocol.Step;
import dev.weakspot.model.quality.LearnerBootstrap;
import dev.weakspot.model.quality.PredictionLog;
import dev.weakspot.model.quality.Quality;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * How one contender did.
 *
 * @param bins how far its predictions were right, from the lowest to the highest
 * @param experience how well it did on learners' first answers, and on later ones
 */
public record Scorecard(
        Quality quality,
        LearnerBootstrap.Intervals intervals,
        Cost cost,
        List<PredictionLog.Bin> bins,
        List<ByExperience> experience) {

    public Scorecard {
        bins = List.copyOf(bins);
        experience = List.copyOf(experience);
    }

    /** What it spends on predicting one answer and learning from it. */
    public record Cost(double microseconds, double bytes) {}

    /**
     * Quality on the learners' answers from number {@code first} to number {@code last}, counted from 1.
     */
    public record ByExperience(int first, int last, Quality quality) {}

    static Scorecard of(List<Step> steps, double[] predicted, Cost cost, int draws, SplittableRandom random) {
        int counted = (int) steps.stream().filter(Step::counts).count();
        double[] countedPredictions = new double[counted];
        boolean[] successes = new boolean[counted];
        int[] learners = new int[counted];
        PredictionLog log = new PredictionLog();
        Map<Integer, Integer> answersOf = new HashMap<>();
        Map<Integer, PredictionLog> byExperience = new TreeMap<>();
        int next = 0;
        for (int i = 0; i < predicted.length; i++) {
            if (!steps.get(i).counts()) {
                continue;
            }
            Answer answer = steps.get(i).answer();
            double score = answer.attempt().score();
            countedPredictions[next] = predicted[i];
            successes[next] = score >= PredictionLog.SUCCESS;
            learners[next] = answer.learner();
            next++;
            log.add(predicted[i], score);
            int number = answersOf.merge(answer.learner(), 1, Integer::sum);
            byExperience
                    .computeIfAbsent(Integer.highestOneBit(number), _ -> new PredictionLog())
                    .add(predicted[i], score);
        }
        var bootstrap = new LearnerBootstrap(countedPredictions, successes, learners);
        List<ByExperience> experience = new ArrayList<>();
        byExperience.forEach((first, part) -> experience.add(new ByExperience(first, 2 * first - 1, part.quality())));
        return new Scorecard(log.quality(), bootstrap.intervals(draws, random), cost, log.bins(), experience);
    }
}
