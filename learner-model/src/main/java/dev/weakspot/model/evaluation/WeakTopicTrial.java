package dev.weakspot.model.evaluation;

import dev.weakspot.model.Question;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.evaluation.Protocol.Step;
import dev.weakspot.model.lean.Lean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;

/**
 * Who finds a learner's weak topics? At the middle of each learner's history the topics are ranked; the truth is how the
 * learner does on them afterwards.
 */
public final class WeakTopicTrial {

    /** Less than that many answers tell neither past nor future. */
    private static final int LEAST_ANSWERS = 40;

    /** A topic counts when the learner answers on it so often afterwards, and a learner when so many topics count. */
    private static final int LEAST_ANSWERS_ON_TOPIC = 4;

    private static final int LEAST_TOPICS = 6;

    private static final int WEAKEST = 3;

    private final IntConsumer progress;
    private final Lean lean = new Lean();
    private final ModelContender ours = new ModelContender(lean);
    private final Means topicMeans = new Means(Means.Scope.TOPIC);
    private final Means learnerMeans = new Means(Means.Scope.LEARNER_AND_TOPIC);
    private final Map<TopicSlug, Set<Question>> questions = new HashMap<>();
    private final Map<String, Sums> sums = new LinkedHashMap<>();

    WeakTopicTrial(IntConsumer progress) {
        this.progress = progress;
        sums.put(Evaluation.OURS, new Sums());
        sums.put("non_personal", new Sums());
        sums.put("learner_topic_mean", new Sums());
    }

    /**
     * How good a ranking was, on average over learners.
     *
     * @param learners how many could be judged
     * @param concordance share of pairs of topics in the right order
     * @param precisionAt3 share of the three topics ranked weakest that were among the three weakest
     * @param ndcg3 normalized discounted cumulative gain of the three topics ranked weakest; a topic's gain is the share of
     *     wrong answers on it (K. Järvelin and J. Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM
     *     Transactions on Information Systems 20, 2002)
     */
    public record Ranking(int learners, double concordance, double precisionAt3, double ndcg3) {}

    Map<String, Ranking> run(List<Step> steps) {
        Map<Integer, List<Answer>> histories = new HashMap<>();
        for (Step step : steps) {
            if (step.counts()) {
                histories
                        .computeIfAbsent(step.answer().learner(), _ -> new ArrayList<>())
                        .add(step.answer());
            }
        }
        Map<Integer, Integer> answered = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Answer answer = step.answer();
            List.of(ours, topicMeans, learnerMeans).forEach(step::take);
            Question question = answer.attempt().question();
            question.topics().forEach(topic -> questions
                    .computeIfAbsent(topic, _ -> new LinkedHashSet<>())
                    .add(question));
            if (step.counts()) {
                List<Answer> history = histories.getOrDefault(answer.learner(), List.of());
                int half = history.size() / 2;
                if (answered.merge(answer.learner(), 1, Integer::sum) == half && history.size() >= LEAST_ANSWERS) {
                    judge(answer.learner(), history.subList(half, history.size()));
                }
            }
            progress.accept(i);
        }
        Map<String, Ranking> rankings = new LinkedHashMap<>();
        sums.forEach((name, sum) -> rankings.put(name, sum.mean()));
        return rankings;
    }

    private void judge(int learner, List<Answer> future) {
        Map<TopicSlug, Tally> tallies = new TreeMap<>();
        for (Answer answer : future) {
            for (TopicSlug topic : answer.attempt().question().topics()) {
                tallies.computeIfAbsent(topic, _ -> new Tally())
                        .add(answer.attempt().score());
            }
        }
        tallies.values().removeIf(tally -> tally.answers() < LEAST_ANSWERS_ON_TOPIC);
        // Of a topic that nobody has been asked about yet, nobody knows anything.
        tallies.keySet().retainAll(questions.keySet());
        if (tallies.size() < LEAST_TOPICS) {
            return;
        }
        add(Evaluation.OURS, tallies, topic -> mastery(learner, topic));
        add("non_personal", tallies, topicMeans::topicMean);
        add("learner_topic_mean", tallies, topic -> learnerMeans.learnerMean(learner, topic));
    }

    private double mastery(int learner, TopicSlug topic) {
        return lean.mastery(ours.learner(learner), ours.parameters(), topic, questions.getOrDefault(topic, Set.of()))
                .value();
    }

    private void add(String name, Map<TopicSlug, Tally> tallies, ToDoubleFunction<TopicSlug> ranking) {
        List<Judged> judged = new ArrayList<>();
        tallies.forEach((topic, tally) -> judged.add(new Judged(ranking.applyAsDouble(topic), tally.mean(0, 0))));
        sums.getOrDefault(name, new Sums()).add(judged);
    }

    /** A topic as it was ranked, and as it was afterwards. */
    record Judged(double believed, double observed) {}

    /** Adds up what single learners' rankings were worth. */
    static final class Sums {

        private int learners;
        private double concordance;
        private double precision;
        private double gain;

        void add(List<Judged> topics) {
            List<Judged> byBelief = topics.stream()
                    .sorted(Comparator.comparingDouble(Judged::believed))
                    .toList();
            List<Judged> byTruth = topics.stream()
                    .sorted(Comparator.comparingDouble(Judged::observed))
                    .toList();
            learners++;
            concordance += concordance(topics);
            double threshold = byTruth.get(WEAKEST - 1).observed();
            precision += byBelief.stream()
                            .limit(WEAKEST)
                            .filter(topic -> topic.observed() <= threshold)
                            .count()
                    / (double) WEAKEST;
            double best = gain(byTruth);
            gain += best == 0 ? 1 : gain(byBelief) / best;
        }

        private static double concordance(List<Judged> topics) {
            double inOrder = 0;
            int pairs = 0;
            for (Judged one : topics) {
                for (Judged other : topics) {
                    if (one.observed() < other.observed()) {
                        int order = Double.compare(one.believed(), other.believed());
                        inOrder += order < 0 ? 1 : order == 0 ? .5 : 0;
                        pairs++;
                    }
                }
            }
            return pairs == 0 ? .5 : inOrder / pairs;
        }

        private static double gain(List<Judged> ranked) {
            double gain = 0;
            for (int place = 0; place < WEAKEST; place++) {
                gain += (1 - ranked.get(place).observed()) / (StrictMath.log(place + 2) / StrictMath.log(2));
            }
            return gain;
        }

        Ranking mean() {
            double n = Math.max(1, learners);
            return new Ranking(learners, concordance / n, precision / n, gain / n);
        }
    }
}
