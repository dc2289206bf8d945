package dev.weakspot.model.lean;

import dev.weakspot.model.StableHash;
import java.nio.BufferUnderflowException;
import java.util.List;

/**
 * The bytes of a {@link LearnerMemory}; {@code docs/learner-model.md} has them as a table.
 *
 * <p>Whoever changes the layout raises {@link #VERSION} and teaches {@link #read} what older bytes lack; older bytes stay
 * readable for ever, and a test keeps some of each version. Questions and topics stand under the {@link StableHash} of their
 * names.
 */
final class LearnerMemoryFormat {

    static final int VERSION = 2;

    /** From here on, a topic has its recent counts. */
    private static final int WITH_RECENT_COUNTS = 2;

    /** Bytes that are enough for nearly all; a writer that needs more grows. */
    private static final int ABOUT_A_LEARNER = 128;

    private static final int ABOUT_A_TOPIC = 96;
    private static final int ABOUT_A_QUESTION = 24;

    private LearnerMemoryFormat() {}

    static byte[] write(LearnerMemory learner) {
        var out = new ByteWriter(ABOUT_A_LEARNER
                + ABOUT_A_TOPIC * learner.topics.entries().size()
                + ABOUT_A_QUESTION * learner.questions.entries().size());
        out.writeByte(VERSION);
        writeLearner(out, learner);
        List<TopicMemory> topics = learner.topics.entries();
        out.writeCount(topics.size());
        for (int i = 0; i < topics.size(); i++) {
            out.writeLong(learner.topics.key(i));
            writeTopic(out, learner, topics.get(i));
        }
        List<QuestionMemory> questions = learner.questions.entries();
        out.writeCount(questions.size());
        for (int i = 0; i < questions.size(); i++) {
            out.writeLong(learner.questions.key(i));
            writeQuestion(out, learner, questions.get(i));
        }
        return out.toBytes();
    }

    static LearnerMemory read(byte[] bytes) {
        var in = new ByteReader(bytes);
        try {
            int version = in.readByte();
            if (version < 1 || version > VERSION) {
                throw new IllegalArgumentException("A learner's memory of version " + version
                        + " cannot be read: this is version " + VERSION + ".");
            }
            return read(in, version);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("These " + bytes.length + " bytes are no learner's memory.", e);
        }
    }

    private static LearnerMemory read(ByteReader in, int version) {
        LearnerMemory learner = readLearner(in);
        int topics = in.readSmallCount();
        for (int i = 0; i < topics; i++) {
            learner.topics.add(in.readLong(), readTopic(in, learner, version));
        }
        int questions = in.readSmallCount();
        for (int i = 0; i < questions; i++) {
            learner.questions.add(in.readLong(), readQuestion(in, learner));
        }
        if (!in.isAtEnd()) {
            throw new IllegalArgumentException("A learner's memory has more bytes than it should.");
        }
        return learner;
    }

    private static void writeLearner(ByteWriter out, LearnerMemory learner) {
        out.writeCount(learner.attempts);
        out.writeDouble(learner.score);
        out.writeInt(learner.answers);
        out.writeSigned(learner.streak);
        writeSecond(out, learner.lastSecond, 0);
        out.writeLong(learner.lastQuestion);
        out.writeLong(learner.lastTopic);
        out.writeFloat(learner.fastAverage);
        out.writeFloat(learner.steadyAverage);
        out.writeFloat(learner.slowAverage);
        out.writeFloat(learner.level);
        out.writeFloat(learner.variance);
        out.writeFloat(learner.rating);
        out.writeFloat(learner.shortSurprise);
        out.writeFloat(learner.longSurprise);
    }

    private static LearnerMemory readLearner(ByteReader in) {
        var learner = new LearnerMemory();
        learner.attempts = in.readSmallCount();
        learner.score = in.readDouble();
        learner.answers = in.readInt();
        learner.streak = (int) in.readSigned();
        learner.lastSecond = readSecond(in, 0);
        learner.lastQuestion = in.readLong();
        learner.lastTopic = in.readLong();
        learner.fastAverage = in.readFloat();
        learner.steadyAverage = in.readFloat();
        learner.slowAverage = in.readFloat();
        learner.level = in.readFloat();
        learner.variance = in.readFloat();
        learner.rating = in.readFloat();
        learner.shortSurprise = in.readFloat();
        learner.longSurprise = in.readFloat();
        return learner;
    }

    private static void writeTopic(ByteWriter out, LearnerMemory learner, TopicMemory topic) {
        out.writeCount(topic.attempts);
        writeScore(out, topic.score);
        out.writeInt(topic.answers);
        out.writeCount(learner.attempts - topic.lastAttempt);
        writeSecond(out, topic.lastSecond, anchor(learner));
        out.writeFloat(topic.fastAverage);
        out.writeFloat(topic.slowAverage);
        out.writeFloat(topic.level);
        out.writeFloat(topic.variance);
        out.writeFloat(topic.rating);
        out.writeFloat(topic.knowledge);
        if (topic.lastSecond != LearnerMemory.UNDATED) {
            writeRecentCounts(out, topic.recent);
        }
    }

    private static void writeRecentCounts(ByteWriter out, RecentCounts recent) {
        for (int i = 0; i < recent.attempts.length; i++) {
            out.writeFloat(recent.attempts[i]);
            out.writeFloat(recent.scores[i]);
        }
    }

    private static void readRecentCounts(ByteReader in, RecentCounts recent) {
        for (int i = 0; i < recent.attempts.length; i++) {
            recent.attempts[i] = in.readFloat();
            recent.scores[i] = in.readFloat();
        }
    }

    private static TopicMemory readTopic(ByteReader in, LearnerMemory learner, int version) {
        var topic = new TopicMemory();
        topic.attempts = in.readSmallCount();
        topic.score = readScore(in);
        topic.answers = in.readInt();
        topic.lastAttempt = learner.attempts - in.readSmallCount();
        topic.lastSecond = readSecond(in, anchor(learner));
        topic.fastAverage = in.readFloat();
        topic.slowAverage = in.readFloat();
        topic.level = in.readFloat();
        topic.variance = in.readFloat();
        topic.rating = in.readFloat();
        topic.knowledge = in.readFloat();
        if (version >= WITH_RECENT_COUNTS && topic.lastSecond != LearnerMemory.UNDATED) {
            readRecentCounts(in, topic.recent);
        }
        return topic;
    }

    private static void writeQuestion(ByteWriter out, LearnerMemory learner, QuestionMemory question) {
        out.writeCount(question.attempts);
        writeScore(out, question.score);
        writeScore(out, question.lastScore);
        out.writeCount(learner.attempts - question.lastAttempt);
        writeSecond(out, question.lastSecond, anchor(learner));
    }

    private static QuestionMemory readQuestion(ByteReader in, LearnerMemory learner) {
        var question = new QuestionMemory();
        question.attempts = in.readSmallCount();
        question.score = readScore(in);
        question.lastScore = readScore(in);
        question.lastAttempt = learner.attempts - in.readSmallCount();
        question.lastSecond = readSecond(in, anchor(learner));
        return question;
    }

    /** Most scores are whole numbers. */
    private static void writeScore(ByteWriter out, float score) {
        int whole = (int) score;
        if (whole == score) {
            out.writeCount(whole + 1L);
        } else {
            out.writeCount(0);
            out.writeFloat(score);
        }
    }

    private static float readScore(ByteReader in) {
        int whole = in.readSmallCount();
        return whole == 0 ? in.readFloat() : whole - 1;
    }

    /** Recent times take few bytes because they are told from the learner's last one. */
    private static long anchor(LearnerMemory learner) {
        return learner.lastSecond == LearnerMemory.UNDATED ? 0 : learner.lastSecond;
    }

    private static void writeSecond(ByteWriter out, long second, long anchor) {
        out.writeCount(second == LearnerMemory.UNDATED ? 0 : 1 + ByteWriter.zigzag(anchor - second));
    }

    private static long readSecond(ByteReader in, long anchor) {
        long told = in.readCount();
        return told == 0 ? LearnerMemory.UNDATED : anchor - ByteReader.unzigzag(told - 1);
    }
}
