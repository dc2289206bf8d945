package dev.weakspot.model.lean;

import dev.weakspot.model.QuestionId;
import dev.weakspot.model.StableHash;
import dev.weakspot.model.TopicSlug;
import org.jspecify.annotations.Nullable;

/**
 * What we remember of one learner: levels, counts and recent answers, in all and on each topic and question met.
 *
 * <p>Moved in place by the model: belongs to one thread while somebody moves it; otherwise threads may share it. {@link #toBytes()} and {@link #of} carry it through a
 * database; the bytes of two memories with the same history are the same.
 */
public final class LearnerMemory {

    /** The second of an attempt whose time nobody noted. */
    static final long UNDATED = Long.MIN_VALUE;

    private static final double FAST = .3;
    private static final double STEADY = .1;
    private static final double SLOW = .03;
    private static final double FAST_ON_TOPIC = .35;
    private static final double SLOW_ON_TOPIC = .12;

    int attempts;
    double score;
    int answers;

    /** Right answers in a row, or wrong ones as a negative number. */
    int streak;

    long lastSecond = UNDATED;

    /** Keys of the last question and of its first topic. */
    long lastQuestion;

    long lastTopic;

    float fastAverage = .5f;
    float steadyAverage = .5f;
    float slowAverage = .5f;

    /** The general level on the logit scale, with our doubt. */
    float level;

    float variance = 1;
    float rating;

    /** Recent surprises of the extended regression: short and long memory. */
    float shortSurprise;

    float longSurprise;

    final Table<TopicMemory> topics = new Table<>();
    final Table<QuestionMemory> questions = new Table<>();

    /** Somebody who has answered nothing yet. */
    public LearnerMemory() {}

    /** Reads what {@link #toBytes()} wrote, also what an earlier version of it wrote. */
    public static LearnerMemory of(byte[] bytes) {
        return LearnerMemoryFormat.read(bytes);
    }

    public byte[] toBytes() {
        return LearnerMemoryFormat.write(this);
    }

    /** Attempts so far. */
    public int attempts() {
        return attempts;
    }

    /** Attempts on the topic so far. */
    public int attempts(TopicSlug topic) {
        return topic(StableHash.of(topic.value())).attempts;
    }

    /** Attempts on the question so far. */
    public int attempts(QuestionId question) {
        return question(question.key()).attempts;
    }

    TopicMemory topic(long key) {
        @Nullable TopicMemory met = topics.find(key);
        return met == null ? TopicMemory.NONE : met;
    }

    QuestionMemory question(long key) {
        @Nullable QuestionMemory met = questions.find(key);
        return met == null ? QuestionMemory.NONE : met;
    }

    /** Counts the attempt. The levels are the business of the parts that believe in them. */
    void remember(Moment moment, double newScore) {
        for (int i = 0; i < moment.topicCount; i++) {
            TopicMemory topic = moment.topicMemories[i];
            if (moment.isDated()) {
                topic.recent.add(newScore, moment.secondsSince(topic.lastSecond));
            }
            topic.score += (float) newScore;
            topic.answers = Answers.followedBy(topic.answers, newScore);
            topic.fastAverage += (float) (FAST_ON_TOPIC * (newScore - topic.fastAverage));
            topic.slowAverage += (float) (SLOW_ON_TOPIC * (newScore - topic.slowAverage));
            topic.attempts++;
            topic.lastAttempt = attempts;
            topic.lastSecond = moment.secondOr(topic.lastSecond);
        }
        QuestionMemory question = moment.questionMemory;
        question.attempts++;
        question.score += (float) newScore;
        question.lastScore = (float) newScore;
        question.lastAttempt = attempts;
        question.lastSecond = moment.secondOr(question.lastSecond);

        score += newScore;
        answers = Answers.followedBy(answers, newScore);
        streak = Answers.isRight(newScore) ? Math.max(streak, 0) + 1 : Math.min(streak, 0) - 1;
        fastAverage += (float) (FAST * (newScore - fastAverage));
        steadyAverage += (float) (STEADY * (newScore - steadyAverage));
        slowAverage += (float) (SLOW * (newScore - slowAverage));
        lastQuestion = moment.question.key;
        lastTopic = moment.topics[0].key;
        lastSecond = moment.secondOr(lastSecond);
        attempts++;
    }

    /** Negative when one of the times is not known; a clock that was set back counts as no time. */
    static double secondsBetween(long then, long now) {
        if (then == UNDATED || now == UNDATED) {
            return -1;
        }
        return Math.max(0, now - then);
    }

    double failures() {
        return attempts - score;
    }

    int lastAnswer(int ago) {
        return Answers.sign(answers, attempts, ago);
    }
}
