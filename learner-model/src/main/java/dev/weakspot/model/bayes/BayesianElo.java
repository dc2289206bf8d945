package dev.weakspot.model.bayes;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.Estimate;
import dev.weakspot.model.LearnerModel;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Elo with doubt: success is the logistic function of ease plus ability minus difficulty, each of them a normal belief that
 * every answer moves in proportion to our doubt about it.
 *
 * <p>The one-pass approximation of Bayesian logistic regression by D. Spiegelhalter and S. Lauritzen, "Sequential updating of
 * conditional probabilities on directed graphical structures", Networks 20 (1990); Elo for learners after R. Pelánek,
 * "Applications of the Elo rating system in adaptive educational systems", Computers &amp; Education 98 (2016); drifting
 * ability after M. Glickman, "Parameter estimation in large dynamic paired comparison experiments", Applied Statistics 48
 * (1999). Variances and drifts were chosen on public answer data by prequential log loss.
 *
 * <p>Stateless; threads may share it.
 */
public final class BayesianElo implements LearnerModel<LearnerState, Calibration> {

    private static final Gaussian GENERAL_PRIOR = new Gaussian(0, 1);
    private static final Gaussian LEVEL_PRIOR = new Gaussian(0, .25);

    private static final double GENERAL_DRIFT = .003;
    private static final double LEVEL_DRIFT = .01;
    private static final double MOST_DOUBT = 2;
    private static final double LEAST_DOUBT = .001;
    private static final double LEAST_DOUBT_ABOUT_BIAS = 1e-5;

    /** Half the width of a 90 % interval, in standard deviations. */
    private static final double NINETY_PERCENT = 1.6448536269514722;

    @Override
    public String version() {
        return "bayesian-elo/1";
    }

    @Override
    public LearnerState newLearner() {
        return new LearnerState(GENERAL_PRIOR, Map.of());
    }

    @Override
    public Estimate predict(LearnerState learner, Calibration calibration, Question question) {
        Outlook outlook = outlook(learner, calibration, question);
        double reach = NINETY_PERCENT * Math.sqrt(outlook.variance());
        return Estimate.of(
                expected(outlook.mean(), outlook.variance()),
                logistic(outlook.mean() - reach),
                logistic(outlook.mean() + reach));
    }

    @Override
    public Estimate mastery(
            LearnerState learner, Calibration calibration, TopicSlug topic, Collection<Question> questions) {
        Collection<Question> asked = questions.isEmpty() ? List.of(typicalQuestion(topic)) : questions;
        double value = 0;
        double low = 0;
        double high = 0;
        for (Question question : asked) {
            Outlook outlook = outlook(learner, calibration, question);
            double reach = NINETY_PERCENT * Math.sqrt(outlook.learnerVariance());
            value += expected(outlook.mean(), outlook.variance());
            low += expected(outlook.mean() - reach, outlook.questionVariance());
            high += expected(outlook.mean() + reach, outlook.questionVariance());
        }
        return Estimate.of(value / asked.size(), low / asked.size(), high / asked.size());
    }

    @Override
    public double doubt(LearnerState learner, TopicSlug topic) {
        return Math.sqrt(level(learner, topic).variance());
    }

    @Override
    public LearnerState after(LearnerState learner, Calibration calibration, Attempt attempt) {
        Question question = attempt.question();
        Outlook outlook = outlook(learner, calibration, question);
        double surprise = attempt.score() - logistic(outlook.mean());
        double slope = logistic(outlook.mean()) * (1 - logistic(outlook.mean()));
        double gain = surprise / (1 + slope * outlook.variance());
        double curvature = slope / (1 + slope * outlook.variance());
        double share = 1.0 / question.topics().size();

        Gaussian bias = calibration.bias().updated(gain, curvature);
        calibration.setBias(bias.noSurerThan(LEAST_DOUBT_ABOUT_BIAS));
        Gaussian difficulty = calibration.question(question).updated(-gain, curvature);
        calibration.setQuestion(question, difficulty.noSurerThan(LEAST_DOUBT));
        Map<TopicSlug, TopicBelief> topics = new HashMap<>();
        for (TopicSlug topic : question.topics()) {
            Gaussian ease = calibration.topic(topic).updated(share * gain, share * share * curvature);
            calibration.setTopic(topic, ease.noSurerThan(LEAST_DOUBT));
            Gaussian level = level(learner, topic).updated(share * gain, share * share * curvature);
            int attempts =
                    1 + learner.findTopic(topic).map(TopicBelief::attempts).orElse(0);
            topics.put(topic, new TopicBelief(level.drifted(LEVEL_DRIFT, MOST_DOUBT), attempts, attempt.answeredAt()));
        }
        Gaussian general = learner.general().updated(gain, curvature);
        return learner.with(general.drifted(GENERAL_DRIFT, MOST_DOUBT), topics);
    }

    /**
     * The logit of success: its mean, and its variance by whom we doubt. The doubt about the bias is left out: it is common to
     * all and soon gone.
     */
    private record Outlook(double mean, double learnerVariance, double questionVariance) {

        double variance() {
            return learnerVariance + questionVariance;
        }
    }

    private static Outlook outlook(LearnerState learner, Calibration calibration, Question question) {
        Gaussian difficulty = calibration.question(question);
        double share = 1.0 / question.topics().size();
        double mean = calibration.bias().mean() + learner.general().mean() - difficulty.mean();
        double learnerVariance = learner.general().variance();
        double questionVariance = difficulty.variance();
        for (TopicSlug topic : question.topics()) {
            Gaussian level = level(learner, topic);
            Gaussian ease = calibration.topic(topic);
            mean += share * (level.mean() + ease.mean());
            learnerVariance += share * share * level.variance();
            questionVariance += share * share * ease.variance();
        }
        return new Outlook(mean, learnerVariance, questionVariance);
    }

    private static Gaussian level(LearnerState learner, TopicSlug topic) {
        TopicBelief belief = learner.topics().get(topic);
        return belief != null ? belief.level() : LEVEL_PRIOR;
    }

    private static Question typicalQuestion(TopicSlug topic) {
        return new Question(new QuestionId("any question of " + topic), List.of(topic), 0);
    }

    /**
     * The logistic function averaged over a normal logit: D. MacKay, "The evidence framework applied to classification
     * networks", Neural Computation 4 (1992), equation 10.
     */
    private static double expected(double mean, double variance) {
        return logistic(mean / Math.sqrt(1 + Math.PI * variance / 8));
    }

    /** {@link StrictMath}, because a rebuilt belief must equal the old one bit for bit on every machine. */
    private static double logistic(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }
}
