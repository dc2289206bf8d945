package dev.weakspot.model.lean;

import dev.weakspot.model.Logit;

/**
 * Bayesian knowledge tracing: a topic is known or not, known ones are sometimes slipped on and unknown ones guessed (A. Corbett
 * and J. Anderson, "Knowledge tracing: modeling the acquisition of procedural knowledge", User Modeling and User-Adapted
 * Interaction 4, 1995). The four chances of each topic are learned on the way, by one AdaGrad step up the likelihood of each
 * answer. A question on several topics: the mean of their logits.
 */
final class KnowledgeTracing implements Part {

    private static final double RATE = .1;
    private static final double PATIENCE = 1;

    /** Keeps chances away from certainty, from where no gradient leads back. */
    private static final double MOST_LOGIT = 5;

    /** Above one half, guessing and slipping would change places with knowing. */
    private static final double MOST_GUESS_OR_SLIP = .5;

    private static final double SUREST_KNOWLEDGE = 1e-4;
    private static final double LEAST_LIKELIHOOD = 1e-6;

    /** The chances of a topic, kept as logits. */
    enum Chance {
        KNOWN_BEFORE(0),
        LEARNED(-2),
        GUESSED(-1),
        SLIPPED(-2);

        final double firstLogit;

        Chance(double firstLogit) {
            this.firstLogit = firstLogit;
        }

        double of(TopicParameters topic) {
            return Logit.toProbability(topic.tracing.value(this));
        }
    }

    private double logit;

    /** Knows nothing of questions. */
    @Override
    public double predict(Moment moment) {
        return moment.isOnSameTopics ? logit : predictTopics(moment);
    }

    private double predictTopics(Moment moment) {
        logit = 0;
        for (int i = 0; i < moment.topicCount; i++) {
            TopicParameters topic = moment.topics[i];
            logit += moment.share * Logit.of(success(knowledge(moment, i), guess(topic), slip(topic)));
        }
        return logit;
    }

    @Override
    public void train(Moment moment, double score) {
        for (int i = 0; i < moment.topicCount; i++) {
            train(moment.topics[i], knowledge(moment, i), moment.topicMemories[i].attempts == 0, score);
        }
    }

    private static void train(TopicParameters topic, double known, boolean isFirst, double score) {
        double guess = guess(topic);
        double slip = slip(topic);
        double success = success(known, guess, slip);
        double likelihoodSlope = score / sane(success) - (1 - score) / sane(1 - success);
        climb(topic, Chance.GUESSED, likelihoodSlope * (1 - known) * slopeOfHalf(guess));
        climb(topic, Chance.SLIPPED, -likelihoodSlope * known * slopeOfHalf(slip));
        double knowledgeSlope = likelihoodSlope * (1 - slip - guess);
        if (isFirst) {
            climb(topic, Chance.KNOWN_BEFORE, knowledgeSlope * known * (1 - known));
        } else {
            double learned = Chance.LEARNED.of(topic);
            double knownUnlearned = (known - learned) / (1 - learned);
            climb(topic, Chance.LEARNED, knowledgeSlope * (1 - knownUnlearned) * learned * (1 - learned));
        }
    }

    @Override
    public void follow(Moment moment, double score) {
        for (int i = 0; i < moment.topicCount; i++) {
            TopicParameters topic = moment.topics[i];
            double known = knowledge(moment, i);
            double guess = guess(topic);
            double slip = slip(topic);
            double success = success(known, guess, slip);
            double knownIfRight = known * (1 - slip) / sane(success);
            double knownIfWrong = known * slip / sane(1 - success);
            double knownNow = score * knownIfRight + (1 - score) * knownIfWrong;
            double knownNext = knownNow + (1 - knownNow) * Chance.LEARNED.of(topic);
            moment.topicMemories[i].knowledge = (float) Math.clamp(knownNext, SUREST_KNOWLEDGE, 1 - SUREST_KNOWLEDGE);
        }
    }

    private static double knowledge(Moment moment, int place) {
        float known = moment.topicMemories[place].knowledge;
        return known == TopicMemory.UNKNOWN ? Chance.KNOWN_BEFORE.of(moment.topics[place]) : known;
    }

    private static double guess(TopicParameters topic) {
        return MOST_GUESS_OR_SLIP * Chance.GUESSED.of(topic);
    }

    private static double slip(TopicParameters topic) {
        return MOST_GUESS_OR_SLIP * Chance.SLIPPED.of(topic);
    }

    private static double success(double known, double guess, double slip) {
        return known * (1 - slip) + (1 - known) * guess;
    }

    /** How a guess or a slip grows with its logit. */
    private static double slopeOfHalf(double chance) {
        return chance * (1 - chance / MOST_GUESS_OR_SLIP);
    }

    private static double sane(double likelihood) {
        return Math.clamp(likelihood, LEAST_LIKELIHOOD, 1 - LEAST_LIKELIHOOD);
    }

    private static void climb(TopicParameters topic, Chance chance, double slope) {
        topic.tracing.descend(chance, -slope, RATE, PATIENCE);
        topic.tracing.setValue(chance, Math.clamp(topic.tracing.value(chance), -MOST_LOGIT, MOST_LOGIT));
    }
}
