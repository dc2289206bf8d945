package dev.weakspot.model.simulation;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.Estimate;
import dev.weakspot.model.LearnerModel;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.Trend;
import dev.weakspot.model.choice.Candidate;
import dev.weakspot.model.choice.Option;
import dev.weakspot.model.choice.PastTries;
import dev.weakspot.model.choice.TopicStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One learner's practice as the system sees it: what was answered, and what the model made of it. Mutable. */
final class Practice<L, C> implements Desk {

    private final LearnerModel<L, C> model;
    private final C calibration;
    private final World world;
    private final Map<QuestionId, PastTries> tries = new HashMap<>();
    private final Map<TopicSlug, Integer> attempts = new HashMap<>();
    private final Map<TopicSlug, Estimate> masteries = new HashMap<>();
    private final Map<QuestionId, Question> answered = new LinkedHashMap<>();
    private final Map<TopicSlug, Instant> lastAnsweredAt = new HashMap<>();
    private L learner;
    private Instant now;
    private long sequence;

    Practice(LearnerModel<L, C> model, C calibration, World world, Instant begin) {
        this.model = model;
        this.calibration = calibration;
        this.world = world;
        learner = model.newLearner();
        now = begin;
    }

    /** The learner answers now. */
    void learn(Question question, boolean isRight) {
        double score = isRight ? 1 : 0;
        sequence++;
        learner = model.after(learner, calibration, new Attempt(question, score, now));
        tries.put(question.id(), past(question.id()).after(score, sequence, now));
        answered.put(question.id(), question);
        for (TopicSlug topic : question.topics()) {
            attempts.merge(topic, 1, Integer::sum);
            lastAnsweredAt.put(topic, now);
        }
        masteries.clear();
    }

    /** Lets time pass. */
    void rest(Duration time) {
        now = now.plus(time);
        masteries.clear();
    }

    boolean isRepeat(Question question) {
        return tries.containsKey(question.id());
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public Instant moment() {
        return now;
    }

    @Override
    public List<TopicStanding> topics() {
        return world.topics().stream().map(this::standing).toList();
    }

    private TopicStanding standing(SimulatedTopic topic) {
        return new TopicStanding(
                topic.slug(),
                topic.slug().value(),
                topic.prerequisites(),
                estimate(topic.slug()),
                model.doubt(learner, topic.slug(), now),
                attempts.getOrDefault(topic.slug(), 0),
                lastAnsweredAt.getOrDefault(topic.slug(), Instant.EPOCH),
                Trend.NONE);
    }

    @Override
    public List<Candidate> candidates(TopicSlug topic) {
        return world.candidates(topic);
    }

    @Override
    public PastTries past(QuestionId question) {
        return tries.getOrDefault(question, PastTries.NONE);
    }

    @Override
    public List<Option> options(List<Candidate> candidates) {
        return candidates.stream().map(this::option).toList();
    }

    private Option option(Candidate candidate) {
        Question question = candidate.question();
        return new Option(candidate, model.predict(learner, calibration, question, now), past(question.id()));
    }

    @Override
    public List<Option> answered() {
        return answered.values().stream()
                .map(World::candidate)
                .map(this::option)
                .toList();
    }

    @Override
    public List<TopicSlug> topicSlugs() {
        return world.topics().stream().map(SimulatedTopic::slug).toList();
    }

    @Override
    public List<Question> freshQuestions(TopicSlug topic) {
        return fresh(world.questions(topic));
    }

    @Override
    public List<Question> freshQuestions() {
        return fresh(world.questions());
    }

    private List<Question> fresh(List<Question> questions) {
        List<Question> fresh =
                questions.stream().filter(question -> !isRepeat(question)).toList();
        return fresh.isEmpty() ? questions : fresh;
    }

    @Override
    public double predicted(Question question) {
        return model.predict(learner, calibration, question, now).value();
    }

    @Override
    public double mastery(TopicSlug topic) {
        return estimate(topic).value();
    }

    private Estimate estimate(TopicSlug topic) {
        return masteries.computeIfAbsent(
                topic, slug -> model.mastery(learner, calibration, slug, world.questions(slug), now));
    }
}
