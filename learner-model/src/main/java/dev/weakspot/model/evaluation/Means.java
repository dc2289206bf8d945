package dev.weakspot.model.evaluation;

import dev.weakspot.model.TopicSlug;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What most systems show: shares of right answers so far. Shares of few answers lean on wider ones: a learner's on a topic on
 * the topic's, this on the overall one.
 */
final class Means implements Contender {

    /** How wide the answers are that are counted. */
    enum Scope {
        EVERYTHING,
        TOPIC,
        LEARNER_AND_TOPIC
    }

    private static final double FIRST_GUESS = .5;
    private static final double PRIOR = 2;

    private final Scope scope;
    private final Tally all = new Tally();
    private final Map<TopicSlug, Tally> topics = new HashMap<>();
    private final Map<Integer, Map<TopicSlug, Tally>> learners = new HashMap<>();

    Means(Scope scope) {
        this.scope = scope;
    }

    @Override
    public double learn(Answer answer) {
        double expected = expected(answer);
        double score = answer.attempt().score();
        all.add(score);
        answer.attempt().question().topics().forEach(topic -> topics.computeIfAbsent(topic, _ -> new Tally())
                .add(score));
        remember(answer);
        return expected;
    }

    @Override
    public double follow(Answer answer) {
        double expected = expected(answer);
        remember(answer);
        return expected;
    }

    double topicMean(TopicSlug topic) {
        return topics.getOrDefault(topic, new Tally()).mean(all.mean(FIRST_GUESS, PRIOR), PRIOR);
    }

    double learnerMean(int learner, TopicSlug topic) {
        return learners.getOrDefault(learner, Map.of())
                .getOrDefault(topic, new Tally())
                .mean(topicMean(topic), PRIOR);
    }

    private double expected(Answer answer) {
        List<TopicSlug> asked = answer.attempt().question().topics();
        return switch (scope) {
            case EVERYTHING -> all.mean(FIRST_GUESS, PRIOR);
            case TOPIC -> asked.stream().mapToDouble(this::topicMean).average().orElseThrow();
            case LEARNER_AND_TOPIC ->
                asked.stream()
                        .mapToDouble(topic -> learnerMean(answer.learner(), topic))
                        .average()
                        .orElseThrow();
        };
    }

    private void remember(Answer answer) {
        if (scope != Scope.LEARNER_AND_TOPIC) {
            return;
        }
        Map<TopicSlug, Tally> learner = learners.computeIfAbsent(answer.learner(), _ -> new HashMap<>());
        for (TopicSlug topic : answer.attempt().question().topics()) {
            learner.computeIfAbsent(topic, _ -> new Tally())
                    .add(answer.attempt().score());
        }
    }
}
