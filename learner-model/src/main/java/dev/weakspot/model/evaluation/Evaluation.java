package dev.weakspot.model.evaluation;

import dev.weakspot.model.evaluation.Protocol.Step;
import dev.weakspot.model.lean.Lean;
import dev.weakspot.model.lean.SinglePart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Lets all contenders predict the same answers, each on its own, and scores them. */
public final class Evaluation {

    /** Contenders by their stable names, ours last: by then the machine is warm for all. */
    private static final Map<String, Supplier<Contender>> CONTENDERS = contenders();

    public static final String OURS = "weakspot";

    private static final int STEPS_BETWEEN_REPORTS = 4096;

    private final Meter meter;
    private final int bootstrapDraws;
    private final long seed;
    private final LongConsumer progress;

    /**
     * @param bootstrapDraws how many times learners are drawn anew for the intervals
     * @param progress hears how many more steps are done
     */
    public Evaluation(Meter meter, int bootstrapDraws, long seed, LongConsumer progress) {
        this.meter = meter;
        this.bootstrapDraws = bootstrapDraws;
        this.seed = seed;
        this.progress = progress;
    }

    /** How many steps {@link #run} takes for so many answers. */
    public static long steps(int answers) {
        return (long) answers * (CONTENDERS.size() + 1);
    }

    public Report run(List<Answer> answers, Protocol protocol) {
        List<Step> steps = protocol.steps(answers);
        Map<String, Scorecard> scorecards = new LinkedHashMap<>();
        CONTENDERS.forEach((name, contender) -> scorecards.put(name, score(contender.get(), steps)));
        Map<String, WeakTopicTrial.Ranking> weakTopics = new WeakTopicTrial(this::report).run(steps);
        return new Report(answers.size(), scorecards, weakTopics);
    }

    private Scorecard score(Contender contender, List<Step> steps) {
        double[] predicted = new double[steps.size()];
        long nanoseconds = meter.nanoseconds();
        long bytes = meter.bytes();
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = steps.get(i).take(contender);
            report(i);
        }
        double spentMicroseconds = (meter.nanoseconds() - nanoseconds) / 1e3;
        double spentBytes = meter.bytes() - bytes;
        var cost = new Scorecard.Cost(spentMicroseconds / predicted.length, spentBytes / predicted.length);
        return Scorecard.of(steps, predicted, cost, bootstrapDraws, new SplittableRandom(seed));
    }

    private void report(int step) {
        if ((step + 1) % STEPS_BETWEEN_REPORTS == 0) {
            progress.accept(STEPS_BETWEEN_REPORTS);
        }
    }

    private static Map<String, Supplier<Contender>> contenders() {
        Map<String, Supplier<Contender>> contenders = new LinkedHashMap<>();
        contenders.put("global_mean", () -> new Means(Means.Scope.EVERYTHING));
        contenders.put("topic_mean", () -> new Means(Means.Scope.TOPIC));
        contenders.put("learner_topic_mean", () -> new Means(Means.Scope.LEARNER_AND_TOPIC));
        contenders.put("bkt", () -> new ModelContender(SinglePart.knowledgeTracing()));
        contenders.put("pfa", PerformanceFactors::new);
        contenders.put("elo", () -> new ModelContender(SinglePart.elo()));
        contenders.put("bayesian_elo", () -> new ModelContender(SinglePart.bayesianCore()));
        contenders.put("best_lr", () -> new ModelContender(SinglePart.bestLogistic()));
        contenders.put(OURS, () -> new ModelContender(new Lean()));
        return contenders;
    }
}
