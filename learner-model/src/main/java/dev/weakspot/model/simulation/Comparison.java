package dev.weakspot.model.simulation;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What came of each policy, on the same learners. */
public record Comparison(int learners, List<Performance> performances) {

    public Comparison {
        performances = List.copyOf(performances);
    }

    /**
     * What came of one policy, on average over the learners.
     *
     * @param found how well the weakest topics were found, by number of attempts
     * @param gain share of what the learners did not know that they know some days after the last attempt
     * @param gainVersusRandom gain as a multiple of the random policy's
     * @param gainVersusOracle gain as a share of the oracle's
     * @param reviews share of attempts on questions answered before
     */
    public record Performance(
            String policy,
            NavigableMap<Integer, Ranking> found,
            Mean gain,
            Mean gainVersusRandom,
            Mean gainVersusOracle,
            Mean reviews) {

        public double pAt3(int attempts) {
            return Objects.requireNonNull(found.get(attempts), () -> "Nobody looked after " + attempts + " attempts.")
                    .pAt3()
                    .value();
        }
    }

    /**
     * How well a ranking of topics agreed with the truth, on average over the learners.
     *
     * @param pAt3 share of the truly weakest three topics that were ranked among the first three
     * @param ndcgAt3 the same weighted by weakness and place
     */
    public record Ranking(Mean pAt3, Mean ndcgAt3) {}

    public Performance of(String policy) {
        return performances.stream()
                .filter(performance -> performance.policy().equals(policy))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no policy " + policy + "."));
    }

    static Comparison of(Map<String, List<Course>> courses) {
        double[] random = gains(courses.getOrDefault("random", List.of()));
        double[] oracle = gains(courses.getOrDefault("oracle", List.of()));
        List<Performance> performances = courses.entrySet().stream()
                .map(entry -> performance(entry.getKey(), entry.getValue(), random, oracle))
                .toList();
        return new Comparison(random.length, performances);
    }

    private static Performance performance(String policy, List<Course> courses, double[] random, double[] oracle) {
        var found = new TreeMap<Integer, Ranking>();
        for (int attempts : courses.getFirst().found().keySet()) {
            found.put(
                    attempts,
                    new Ranking(
                            mean(courses, course -> course.foundAfter(attempts).share()),
                            mean(courses, course -> course.foundAfter(attempts).ndcg())));
        }
        double[] gains = gains(courses);
        return new Performance(
                policy,
                found,
                Mean.of(gains),
                Mean.ofRatio(gains, random),
                Mean.ofRatio(gains, oracle),
                mean(courses, Course::reviews));
    }

    private static double[] gains(List<Course> courses) {
        return courses.stream().mapToDouble(Course::gain).toArray();
    }

    private static Mean mean(List<Course> courses, ToDoubleFunction<Course> number) {
        return Mean.of(courses.stream().mapToDouble(number).toArray());
    }
}
