package dev.weakspot.model.simulation;

import dev.weakspot.model.TopicSlug;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How well a ranking of topics agrees with the truth about the weakest three.
 *
 * @param share of the three that are truly weakest, how many are ranked among the first three
 * @param ndcg the same weighted by how weak they are and by place: 1 is the best ranking there is (K. Järvelin and J. Kekäläinen,
 *     "Cumulated gain-based evaluation of IR techniques", ACM Transactions on Information Systems 20, 2002)
 */
record Found(double share, double ndcg) {

    private static final int WEAKEST = 3;

    static Found of(List<TopicSlug> topics, ToDoubleFunction<TopicSlug> believed, ToDoubleFunction<TopicSlug> truth) {
        List<TopicSlug> ranked = weakest(topics, believed);
        List<TopicSlug> ideal = weakest(topics, truth);
        double best = topics.stream().mapToDouble(truth).max().orElseThrow();
        double share = (double) ranked.stream().filter(ideal::contains).count() / ideal.size();
        double most = discounted(ideal, truth, best);
        return new Found(share, most > 0 ? discounted(ranked, truth, best) / most : 1);
    }

    private static List<TopicSlug> weakest(List<TopicSlug> topics, ToDoubleFunction<TopicSlug> success) {
        return topics.stream()
                .sorted(Comparator.comparingDouble(success))
                .limit(WEAKEST)
                .toList();
    }

    /** A topic counts for how far it lies below the best one, and less the further down it is ranked. */
    private static double discounted(List<TopicSlug> ranked, ToDoubleFunction<TopicSlug> truth, double best) {
        double sum = 0;
        for (int place = 1; place <= ranked.size(); place++) {
            sum += (best - truth.applyAsDouble(ranked.get(place - 1))) * StrictMath.log(2) / StrictMath.log(place + 1);
        }
        return sum;
    }
}
