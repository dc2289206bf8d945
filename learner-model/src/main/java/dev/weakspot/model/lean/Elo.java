package dev.weakspot.model.lean;

import dev.weakspot.model.Logit;

/**
 * Elo ratings whose steps shrink with experience, after R. Pelánek, "Applications of the Elo rating system in adaptive
 * educational systems", Computers &amp; Education 98 (2016): a learner, a learner on a topic, a question and a topic each have a
 * rating. The steps were chosen on public answer data.
 */
final class Elo implements Part {

    private static final Step OF_QUESTION = new Step(.4, .05, .01);
    private static final Step OF_LEARNER = new Step(.3, .03, .03);
    private static final Step OF_LEARNER_ON_TOPIC = new Step(.6, .1, .1);
    private static final double TOPIC_STEP = .02;
    private static final double TOPIC_FADING = .005;

    /**
     * How far a rating moves on a surprise.
     *
     * @param first on the first attempt
     * @param fading by how much less for each attempt before
     * @param least and never less than this
     */
    private record Step(double first, double fading, double least) {

        double after(int attempts) {
            return Math.max(least, first / (1 + fading * attempts));
        }
    }

    private double logit;

    @Override
    public double predict(Moment moment) {
        double onTopics = 0;
        for (int i = 0; i < moment.topicCount; i++) {
            onTopics += moment.share * (moment.topicMemories[i].rating + moment.topics[i].easeRating);
        }
        logit = moment.learner.rating + onTopics - moment.question.rating;
        return logit;
    }

    @Override
    public void train(Moment moment, double score) {
        double surprise = score - Logit.toProbability(logit);
        moment.question.rating -= OF_QUESTION.after(moment.question.attempts) * surprise;
        for (int i = 0; i < moment.topicCount; i++) {
            TopicParameters topic = moment.topics[i];
            topic.easeRating += moment.share * TOPIC_STEP / (1 + TOPIC_FADING * topic.attempts) * surprise;
        }
    }

    @Override
    public void follow(Moment moment, double score) {
        double surprise = score - Logit.toProbability(logit);
        LearnerMemory learner = moment.learner;
        learner.rating += (float) (OF_LEARNER.after(learner.attempts) * surprise);
        for (int i = 0; i < moment.topicCount; i++) {
            TopicMemory topic = moment.topicMemories[i];
            topic.rating += (float) (moment.share * OF_LEARNER_ON_TOPIC.after(topic.attempts) * surprise);
        }
    }
}
