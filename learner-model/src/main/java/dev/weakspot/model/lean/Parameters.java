package dev.weakspot.model.lean;

import dev.weakspot.model.QuestionId;
import dev.weakspot.model.StableHash;
import dev.weakspot.model.TopicSlug;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all learners together have taught us: about questions, topics, and the weights of the regressions.
 *
 * <p>One trainer moves them; others serve from its snapshots. {@link #version()} counts the attempts learned from.
 * {@link #toBytes()} is a whole snapshot; {@link #takeChanges()} is what has moved since the changes were last taken, small
 * enough to be saved with every batch, and {@link #apply} brings older parameters up to date with it. A trainer whose batch
 * failed starts again from a snapshot and the changes saved since.
 *
 * <p>About 34 MB. Belongs to one thread while somebody moves it; otherwise threads may share it.
 */
public final class Parameters {

    /** Four million weights: more than a year's attempts of a large course fill. */
    private static final int SPARSE_BITS = 22;

    /** Before the first attempt ever, one of two was right. */
    private static final double FIRST_SCORE = 1;

    private static final double FIRST_ATTEMPTS = 2;

    long attempts;
    double score;
    double bias;
    double biasVariance = 1;
    final Weights<BestLogistic.CommonFeature> best;
    final Weights<DenseFeature> dense;
    final List<Weights<Stack.Input>> stack;
    final HashedWeights sparse;

    /** {@link #version()} when the changes were last taken. */
    private long takenAt;

    private final Map<String, TopicParameters> topics;
    private final Table<QuestionParameters> questions;

    /** What has changed since the changes were last taken, in the order in which it did. */
    private final List<TopicParameters> changedTopics = new ArrayList<>();

    private final List<QuestionParameters> changedQuestions = new ArrayList<>();

    private Parameters(HashedWeights sparse) {
        best = new Weights<>(BestLogistic.CommonFeature.class);
        dense = new Weights<>(DenseFeature.class);
        stack = Stack.untrained();
        topics = new LinkedHashMap<>();
        questions = new Table<>();
        this.sparse = sparse;
    }

    /** What is known of topics and questions, and the pages of the table, are shared until one of both replaces them. */
    private Parameters(Parameters origin) {
        attempts = origin.attempts;
        score = origin.score;
        bias = origin.bias;
        biasVariance = origin.biasVariance;
        best = origin.best.copy();
        dense = origin.dense.copy();
        stack = origin.stack.stream().map(Weights::copy).toList();
        sparse = origin.sparse.branch();
        topics = new LinkedHashMap<>(origin.topics);
        questions = origin.questions.copy();
        takenAt = attempts;
    }

    /** Before the first attempt ever. */
    public static Parameters untrained() {
        return untrained(SPARSE_BITS);
    }

    /** With 2 to the power of {@code sparseBits} weights in the table. */
    static Parameters untrained(int sparseBits) {
        return new Parameters(new HashedWeights(sparseBits));
    }

    /** Reads what {@link #toBytes()} wrote, also what an earlier version of it wrote. */
    public static Parameters of(byte[] snapshot) {
        Parameters read = ParametersFormat.readSnapshot(snapshot);
        read.takenAt = read.attempts;
        return read;
    }

    public byte[] toBytes() {
        return ParametersFormat.writeSnapshot(this);
    }

    /** What has moved since the changes were last taken or applied, or since the parameters were made. */
    public byte[] takeChanges() {
        byte[] changes = ParametersFormat.writeChanges(this, takenAt);
        forgetChanges();
        return changes;
    }

    private void forgetChanges() {
        takenAt = attempts;
        sparse.forgetMoves();
        changedTopics.forEach(topic -> topic.isChanged = false);
        changedTopics.clear();
        changedQuestions.forEach(question -> question.isChanged = false);
        changedQuestions.clear();
    }

    /** Catches up with changes that begin at this {@link #version()}. */
    public void apply(byte[] changes) {
        ParametersFormat.readChanges(changes, this);
        forgetChanges();
    }

    /**
     * These parameters after changes that begin at this {@link #version()}. These here stay as they are: whoever reads them is
     * not disturbed. The others may {@link #apply} more. Both share what does not change, so neither may learn any more.
     */
    public Parameters with(byte[] changes) {
        Parameters next = new Parameters(this);
        next.apply(changes);
        return next;
    }

    /** The {@link #version()} from which the next {@link #takeChanges()} leads on. */
    public long changesSince() {
        return takenAt;
    }

    /** How many attempts have been learned from. */
    public long version() {
        return attempts;
    }

    /**
     * Tells on which topics a topic builds: who has not met it is expected to do as on those. The last word counts; who says
     * what is known already changes nothing.
     */
    public void relate(TopicSlug topic, Collection<TopicSlug> prerequisites) {
        TopicParameters related = topic(topic.value());
        long[] keys = prerequisites.stream()
                .mapToLong(prerequisite -> StableHash.of(prerequisite.value()))
                .toArray();
        if (!related.isKept || !Arrays.equals(keys, related.prerequisites)) {
            related.prerequisites = keys;
            keep(related);
        }
    }

    double successRate() {
        return (score + FIRST_SCORE) / (attempts + FIRST_ATTEMPTS);
    }

    /** What we know of the topic; when nothing, parameters that are not kept before they are counted. */
    TopicParameters topic(String slug) {
        @Nullable TopicParameters known = topics.get(slug);
        return known != null ? known : new TopicParameters(slug);
    }

    /** What we know of the question; when nothing, parameters that are not kept before they are counted. */
    QuestionParameters question(QuestionId id, double authorsDifficulty) {
        @Nullable QuestionParameters known = questions.find(id.key());
        return known != null ? known : new QuestionParameters(id, authorsDifficulty);
    }

    /** Counts the attempt, and keeps what it is about. */
    void count(Moment moment, double newScore) {
        attempts++;
        score += newScore;
        QuestionParameters question = moment.question;
        question.attempts++;
        question.score += newScore;
        keep(question);
        for (int i = 0; i < moment.topicCount; i++) {
            TopicParameters topic = moment.topics[i];
            topic.attempts++;
            topic.score += newScore;
            keep(topic);
        }
    }

    void keep(QuestionParameters question) {
        if (!question.isChanged) {
            question.isChanged = true;
            changedQuestions.add(question);
        }
        if (!question.isKept) {
            question.isKept = true;
            questions.put(question.key, question);
        }
    }

    void keep(TopicParameters topic) {
        if (!topic.isChanged) {
            topic.isChanged = true;
            changedTopics.add(topic);
        }
        if (!topic.isKept) {
            topic.isKept = true;
            topics.put(topic.slug, topic);
        }
    }

    /** Puts what is known now in place of what was. */
    void replace(QuestionParameters question) {
        question.isKept = true;
        questions.put(question.key, question);
    }

    void replace(TopicParameters topic) {
        topic.isKept = true;
        topics.put(topic.slug, topic);
    }

    Collection<TopicParameters> topics() {
        return topics.values();
    }

    Collection<QuestionParameters> questions() {
        return questions.entries();
    }

    Collection<TopicParameters> changedTopics() {
        return changedTopics;
    }

    Collection<QuestionParameters> changedQuestions() {
        return changedQuestions;
    }
}
