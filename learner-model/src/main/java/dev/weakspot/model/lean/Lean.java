package dev.weakspot.model.lean;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.Estimate;
import dev.weakspot.model.LearnerModel;
import dev.weakspot.model.Logit;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.StableHash;
import dev.weakspot.model.TopicSlug;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The whole model: {@link BayesianCore}, {@link Elo}, {@link KnowledgeTracing}, {@link BestLogistic}, {@link ExtendedLogistic}
 * and the {@link Stack} on top. It learns from each attempt in one pass, in microseconds.
 *
 * <p>Memory and parameters are moved in place: whoever moves them has them alone. Threads may share the model itself, and many
 * may predict from the same parameters while nobody moves them.
 */
public final class Lean implements LearnerModel<LearnerMemory, Parameters>, Learning {

    /** Half the width of a 90 % interval, in standard deviations. */
    private static final double NINETY_PERCENT = 1.6448536269514722;

    /** How many attempts on a topic are little evidence about it. */
    private static final double TOPIC_PRIOR = 2;

    /** How much of a mastery, at most, is what all learners score; chosen by the weak-topic trial on public data. */
    private static final double MOST_SHARED = .7;

    /** After so many attempts of their own on a topic, what all learners score says half as much about somebody. */
    private static final double OWN_EVIDENCE = 15;

    private final ThreadLocal<Ensemble> ensembles = ThreadLocal.withInitial(Ensemble::new);

    @Override
    public String version() {
        return "lean/1";
    }

    @Override
    public LearnerMemory newLearner() {
        return new LearnerMemory();
    }

    /** As right after the learner's last attempt. */
    @Override
    public Estimate predict(LearnerMemory learner, Parameters parameters, Question question) {
        return predict(learner, parameters, question, learner.lastSecond);
    }

    @Override
    public Estimate predict(LearnerMemory learner, Parameters parameters, Question question, Instant at) {
        return predict(learner, parameters, question, at.getEpochSecond());
    }

    /**
     * As {@link #predict(LearnerMemory, Parameters, Question, Instant)} of each, and the same to the last bit. It costs a third
     * when neighbours are on the same topics.
     */
    public List<Estimate> predict(
            LearnerMemory learner, Parameters parameters, Collection<Question> questions, Instant at) {
        try (Ensemble ensemble = ensembles.get()) {
            return questions.stream()
                    .map(question -> predict(ensemble, learner, parameters, question, at.getEpochSecond()))
                    .toList();
        }
    }

    private Estimate predict(LearnerMemory learner, Parameters parameters, Question question, long second) {
        try (Ensemble ensemble = ensembles.get()) {
            return predict(ensemble, learner, parameters, question, second);
        }
    }

    private static Estimate predict(
            Ensemble ensemble, LearnerMemory learner, Parameters parameters, Question question, long second) {
        double logit = ensemble.predict(learner, parameters, question, second);
        return estimate(logit, Math.sqrt(ensemble.variance()));
    }

    /** As right after the learner's last attempt. */
    @Override
    public Estimate mastery(
            LearnerMemory learner, Parameters parameters, TopicSlug topic, Collection<Question> questions) {
        return mastery(learner, parameters, topic, questions, learner.lastSecond);
    }

    @Override
    public Estimate mastery(
            LearnerMemory learner, Parameters parameters, TopicSlug topic, Collection<Question> questions, Instant at) {
        return mastery(learner, parameters, topic, questions, at.getEpochSecond());
    }

    /**
     * As {@link #mastery(LearnerMemory, Parameters, TopicSlug, Collection, Instant)} of each group of questions, and the same
     * to the last bit. What depends on the learner alone is worked out once; what depends on a question's topics, once for
     * neighbours, in the order of the map, that have the same.
     *
     * @param topicOf the topic that the mastery of a group is about
     */
    public <G> Map<G, Estimate> masteries(
            LearnerMemory learner,
            Parameters parameters,
            Map<G, List<Question>> groups,
            Function<G, TopicSlug> topicOf,
            Instant at) {
        Map<G, Estimate> masteries = new HashMap<>();
        try (Ensemble ensemble = ensembles.get()) {
            groups.forEach((group, asked) -> masteries.put(
                    group, mastery(ensemble, learner, parameters, topicOf.apply(group), asked, at.getEpochSecond())));
        }
        return Collections.unmodifiableMap(masteries);
    }

    private Estimate mastery(
            LearnerMemory learner,
            Parameters parameters,
            TopicSlug topic,
            Collection<Question> questions,
            long second) {
        try (Ensemble ensemble = ensembles.get()) {
            return mastery(ensemble, learner, parameters, topic, questions, second);
        }
    }

    /**
     * Between what all learners score on the topic and what we predict for this one, on the logit scale: on real data each
     * alone orders a learner's topics worse, and foretells later success worse, than both together. The more the learner has
     * answered on the topic, the less the others count.
     */
    private static Estimate mastery(
            Ensemble ensemble,
            LearnerMemory learner,
            Parameters parameters,
            TopicSlug topic,
            Collection<Question> questions,
            long second) {
        Collection<Question> asked = questions.isEmpty() ? List.of(typicalQuestion(topic)) : questions;
        double predicted = 0;
        for (Question question : asked) {
            predicted += Logit.toProbability(ensemble.predict(learner, parameters, question, second)) / asked.size();
        }
        TopicParameters ofAll = parameters.topic(topic.value());
        double scored = (ofAll.score + TOPIC_PRIOR * parameters.successRate()) / (ofAll.attempts + TOPIC_PRIOR);
        double sharedPart = MOST_SHARED * ofAll.attempts / (ofAll.attempts + TOPIC_PRIOR);
        TopicMemory own = learner.topic(ofAll.key);
        sharedPart *= OWN_EVIDENCE / (OWN_EVIDENCE + own.attempts);
        double logit = Logit.of(predicted) + sharedPart * (Logit.of(scored) - Logit.of(predicted));
        return estimate(logit, Math.sqrt(learner.variance + own.variance(second)));
    }

    /** As right after the learner's last attempt. */
    @Override
    public double doubt(LearnerMemory learner, TopicSlug topic) {
        return doubt(learner, topic, learner.lastSecond);
    }

    @Override
    public double doubt(LearnerMemory learner, TopicSlug topic, Instant at) {
        return doubt(learner, topic, at.getEpochSecond());
    }

    private static double doubt(LearnerMemory learner, TopicSlug topic, long second) {
        return Math.sqrt(learner.topic(StableHash.of(topic.value())).variance(second));
    }

    /** Moves the memory in place and returns it. */
    @Override
    public LearnerMemory after(LearnerMemory learner, Parameters parameters, Attempt attempt) {
        learn(learner, parameters, attempt);
        return learner;
    }

    @Override
    public double learn(LearnerMemory learner, Parameters parameters, Attempt attempt) {
        try (Ensemble ensemble = ensembles.get()) {
            double logit = ensemble.predict(learner, parameters, attempt.question(), second(attempt));
            ensemble.train(attempt.score());
            ensemble.follow(attempt.score());
            return Logit.toProbability(logit);
        }
    }

    @Override
    public double follow(LearnerMemory learner, Parameters parameters, Attempt attempt) {
        try (Ensemble ensemble = ensembles.get()) {
            double logit = ensemble.predict(learner, parameters, attempt.question(), second(attempt));
            ensemble.follow(attempt.score());
            return Logit.toProbability(logit);
        }
    }

    static long second(Attempt attempt) {
        return attempt.isDated() ? attempt.answeredAt().getEpochSecond() : LearnerMemory.UNDATED;
    }

    private static Estimate estimate(double logit, double deviation) {
        double reach = NINETY_PERCENT * deviation;
        return Estimate.of(
                Logit.toProbability(logit), Logit.toProbability(logit - reach), Logit.toProbability(logit + reach));
    }

    private static Question typicalQuestion(TopicSlug topic) {
        return new Question(new QuestionId("any question of " + topic), List.of(topic), 0);
    }
}
