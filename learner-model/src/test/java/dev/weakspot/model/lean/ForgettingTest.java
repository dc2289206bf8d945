package dev.weakspot.model.lean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.Estimate;
import dev.weakspot.model.Forgetting;
import dev.weakspot.model.Logit;
import dev.weakspot.model.Question;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.quality.PredictionLog;
import dev.weakspot.model.quality.Quality;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForgettingTest {

    private static final double DAY = 86_400;

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 1", "1, .9013", "7, .7320", "30, .5974", "365, .4125"})
    void aLevelFadesLikeAPowerOfTheTime(double days, double left) {
        assertThat(Forgetting.retained(days * DAY)).isCloseTo(left, within(1e-4));
    }

    @Property
    void moreTimeNeverLeavesMoreNorMakesUsSurer(
            @ForAll @DoubleRange(max = 1e9) double one,
            @ForAll @DoubleRange(max = 1e9) double other,
            @ForAll @DoubleRange(min = .01, max = 2) double variance) {
        double soon = Forgetting.retained(Math.min(one, other));
        double late = Forgetting.retained(Math.max(one, other));

        assertThat(late).isLessThanOrEqualTo(soon).isPositive();
        assertThat(Forgetting.variance(variance, late)).isGreaterThanOrEqualTo(Forgetting.variance(variance, soon));
        assertThat(Forgetting.variance(variance, soon)).isGreaterThanOrEqualTo(variance);
    }

    @Test
    void timeAwayDrawsTheEstimateTowardTheGeneralLevelAndWidensIt() {
        Parameters parameters = Parameters.untrained(Histories.SPARSE_BITS);
        LearnerMemory ada = new LearnerMemory();
        SinglePart core = SinglePart.bayesianCore();
        for (int i = 0; i < 20; i++) {
            core.learn(ada, parameters, new Attempt(Histories.LAZINESS, 1, Histories.MONDAY));
            core.learn(ada, parameters, new Attempt(Histories.URLS, 0, Histories.MONDAY));
        }
        Lean model = new Lean();

        Estimate now = model.predict(ada, parameters, Histories.LAZINESS, Histories.MONDAY);
        Estimate later = model.predict(ada, parameters, Histories.LAZINESS, Histories.MONDAY.plus(Duration.ofDays(90)));

        assertThat(later.value()).isLessThan(now.value());
        assertThat(width(later)).isGreaterThan(width(now));
        assertThat(model.doubt(ada, Histories.ORM, Histories.MONDAY.plus(Duration.ofDays(90))))
                .isGreaterThan(model.doubt(ada, Histories.ORM, Histories.MONDAY));
    }

    private static double width(Estimate estimate) {
        return Logit.of(estimate.high()) - Logit.of(estimate.low());
    }

    /** Both the core by itself and the whole model predict learners who forget better when they know the time. */
    @Test
    void whoKnowsTheTimePredictsLearnersWhoForgetBetter() {
        List<Answered> answers = learnersWhoForget(1_000, 100, 1);

        Quality coreWithTime = quality(SinglePart.bayesianCore(), answers);
        Quality coreWithout = quality(SinglePart.bayesianCore(), undated(answers));
        Quality withTime = quality(new Lean(), answers);
        Quality without = quality(new Lean(), undated(answers));

        assertThat(coreWithTime.logLoss()).isLessThan(coreWithout.logLoss());
        assertThat(withTime.logLoss()).isLessThan(without.logLoss() - .001);
        assertThat(withTime.auc()).isGreaterThan(without.auc() + .001);
    }

    private record Answered(int learner, Attempt attempt) {}

    private static List<Answered> undated(List<Answered> answers) {
        return answers.stream()
                .map(each -> new Answered(
                        each.learner(),
                        new Attempt(each.attempt().question(), each.attempt().score(), Attempt.UNDATED)))
                .toList();
    }

    private static Quality quality(Learning model, List<Answered> answers) {
        Parameters parameters = Parameters.untrained(18);
        Map<Integer, LearnerMemory> learners = new HashMap<>();
        PredictionLog log = new PredictionLog();
        for (Answered each : answers) {
            LearnerMemory learner = learners.computeIfAbsent(each.learner(), _ -> new LearnerMemory());
            log.add(
                    model.learn(learner, parameters, each.attempt()),
                    each.attempt().score());
        }
        return log.quality();
    }

    /**
     * Learners who gain on a topic with each attempt and lose by a power law, steeper than the model's, when away: sessions of a
     * few topics, days to weeks apart.
     */
    private static List<Answered> learnersWhoForget(int learners, int attempts, long seed) {
        Random random = new Random(seed);
        List<Question> bank = IntStream.range(0, 240)
                .mapToObj(i -> Histories.question("question " + i, 0, new TopicSlug("topic " + i % 12)))
                .toList();
        double[] difficulties = random.doubles(bank.size(), -1.4, 1.4).toArray();
        List<Answered> answers = new ArrayList<>();
        for (int learner = 0; learner < learners; learner++) {
            double general = .2 + .7 * random.nextGaussian();
            double[] levels = random.doubles(12, -1, 1).toArray();
            double[] lastTimes = new double[12];
            Arrays.fill(lastTimes, Double.NaN);
            double time = 100 * DAY * random.nextDouble();
            int focus = 0;
            for (int i = 0; i < attempts; i++) {
                if (i % 15 == 0) {
                    time += 7 * DAY * Math.exp(random.nextGaussian());
                    focus = random.nextInt(12);
                }
                time += 30 + random.nextInt(90);
                int topic = random.nextInt(3) == 0 ? random.nextInt(12) : (focus + random.nextInt(2)) % 12;
                int question = topic + 12 * random.nextInt(20);
                if (!Double.isNaN(lastTimes[topic])) {
                    levels[topic] *= Math.pow(1 + (time - lastTimes[topic]) / DAY, -.6);
                }
                lastTimes[topic] = time;
                double chance = Logit.toProbability(general + levels[topic] - difficulties[question]);
                levels[topic] += .15 * (.5 + random.nextDouble());
                double score = random.nextDouble() < chance ? 1 : 0;
                Instant at = Histories.MONDAY.plusSeconds((long) time);
                answers.add(new Answered(learner, new Attempt(bank.get(question), score, at)));
            }
        }
        answers.sort(Comparator.comparing(each -> each.attempt().answeredAt()));
        return answers;
    }
}
