package dev.weakspot.model.lean;

import dev.weakspot.model.QuestionId;
import java.nio.BufferUnderflowException;
import java.util.Collection;
import java.util.function.IntUnaryOperator;

/**
 * The bytes of {@link Parameters}: a snapshot is the changes since nothing. {@code docs/learner-model.md} has them as a table.
 *
 * <p>Weights added to the end of a group are 0 in older bytes. Whoever changes more raises {@link #VERSION} and teaches
 * {@link #readInto} what older bytes lack.
 */
final class ParametersFormat {

    static final int VERSION = 1;

    /** Where a writer begins that may need millions. */
    private static final int FEW_BYTES = 1024;

    private ParametersFormat() {}

    static byte[] writeSnapshot(Parameters parameters) {
        return write(parameters, 0, parameters.topics(), parameters.questions(), parameters.sparse::nextLearned);
    }

    static byte[] writeChanges(Parameters parameters, long since) {
        return write(
                parameters,
                since,
                parameters.changedTopics(),
                parameters.changedQuestions(),
                parameters.sparse::nextMoved);
    }

    static Parameters readSnapshot(byte[] bytes) {
        return read(bytes, in -> {
            Header header = Header.read(in);
            Parameters parameters = Parameters.untrained(header.sparseBits());
            header.requireThatItFollows(parameters);
            readInto(parameters, in);
            return parameters;
        });
    }

    static void readChanges(byte[] bytes, Parameters parameters) {
        read(bytes, in -> {
            Header.read(in).requireThatItFollows(parameters);
            readInto(parameters, in);
            return parameters;
        });
    }

    private interface Body {
        Parameters read(ByteReader in);
    }

    private static Parameters read(byte[] bytes, Body body) {
        try {
            return body.read(new ByteReader(bytes));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("These " + bytes.length + " bytes are no parameters.", e);
        }
    }

    /**
     * What the bytes fit to.
     *
     * @param since the version from which they lead on
     */
    private record Header(int sparseBits, long since) {

        void write(ByteWriter out) {
            out.writeByte(VERSION);
            out.writeByte(sparseBits);
            out.writeCount(since);
        }

        static Header read(ByteReader in) {
            int version = in.readByte();
            if (version < 1 || version > VERSION) {
                throw new IllegalArgumentException(
                        "Parameters of version " + version + " cannot be read: this is version " + VERSION + ".");
            }
            return new Header(in.readByte(), in.readCount());
        }

        void requireThatItFollows(Parameters parameters) {
            if (since != parameters.version() || sparseBits != parameters.sparse.bits()) {
                throw new IllegalArgumentException(
                        "Changes since version %d with 2^%d weights do not fit version %d with 2^%d."
                                .formatted(since, sparseBits, parameters.version(), parameters.sparse.bits()));
            }
        }
    }

    private static byte[] write(
            Parameters parameters,
            long since,
            Collection<TopicParameters> topics,
            Collection<QuestionParameters> questions,
            IntUnaryOperator nextWeightTold) {
        var out = new ByteWriter(FEW_BYTES);
        new Header(parameters.sparse.bits(), since).write(out);
        out.writeCount(parameters.attempts);
        out.writeDouble(parameters.score);
        out.writeDouble(parameters.bias);
        out.writeDouble(parameters.biasVariance);
        parameters.best.write(out);
        parameters.dense.write(out);
        parameters.stack.forEach(weights -> weights.write(out));
        out.writeCount(topics.size());
        topics.forEach(topic -> writeTopic(out, topic));
        out.writeCount(questions.size());
        questions.forEach(question -> writeQuestion(out, question));
        writeSparse(out, parameters.sparse, nextWeightTold);
        return out.toBytes();
    }

    private static void readInto(Parameters parameters, ByteReader in) {
        parameters.attempts = in.readCount();
        parameters.score = in.readDouble();
        parameters.bias = in.readDouble();
        parameters.biasVariance = in.readDouble();
        parameters.best.read(in);
        parameters.dense.read(in);
        parameters.stack.forEach(weights -> weights.read(in));
        int topics = in.readSmallCount();
        for (int i = 0; i < topics; i++) {
            readTopic(in, parameters);
        }
        int questions = in.readSmallCount();
        for (int i = 0; i < questions; i++) {
            readQuestion(in, parameters);
        }
        readSparse(in, parameters.sparse);
        if (!in.isAtEnd()) {
            throw new IllegalArgumentException("Parameters have more bytes than they should.");
        }
    }

    private static void writeTopic(ByteWriter out, TopicParameters topic) {
        out.writeText(topic.slug);
        out.writeCount(topic.attempts);
        out.writeDouble(topic.score);
        out.writeDouble(topic.ease);
        out.writeDouble(topic.easeVariance);
        out.writeDouble(topic.easeRating);
        out.writeCount(topic.prerequisites.length);
        for (long prerequisite : topic.prerequisites) {
            out.writeLong(prerequisite);
        }
        topic.tracing.write(out);
        topic.best.write(out);
    }

    private static void readTopic(ByteReader in, Parameters parameters) {
        // A new one: parameters that these are a branch of may read the old one.
        TopicParameters topic = new TopicParameters(in.readText());
        parameters.replace(topic);
        topic.attempts = in.readSmallCount();
        topic.score = in.readDouble();
        topic.ease = in.readDouble();
        topic.easeVariance = in.readDouble();
        topic.easeRating = in.readDouble();
        topic.prerequisites = new long[in.readSmallCount()];
        for (int i = 0; i < topic.prerequisites.length; i++) {
            topic.prerequisites[i] = in.readLong();
        }
        topic.tracing.read(in);
        topic.best.read(in);
    }

    private static void writeQuestion(ByteWriter out, QuestionParameters question) {
        out.writeText(question.id);
        out.writeCount(question.attempts);
        out.writeDouble(question.score);
        out.writeDouble(question.difficulty);
        out.writeDouble(question.difficultyVariance);
        out.writeDouble(question.rating);
        question.best.write(out);
    }

    private static void readQuestion(ByteReader in, Parameters parameters) {
        QuestionParameters question = new QuestionParameters(new QuestionId(in.readText()), 0);
        parameters.replace(question);
        question.attempts = in.readSmallCount();
        question.score = in.readDouble();
        question.difficulty = in.readDouble();
        question.difficultyVariance = in.readDouble();
        question.rating = in.readDouble();
        question.best.read(in);
    }

    /** Each weight with the distance from the one before; a distance of 0 ends the list. */
    private static void writeSparse(ByteWriter out, HashedWeights weights, IntUnaryOperator next) {
        int before = -1;
        for (int place = next.applyAsInt(0); place >= 0; place = next.applyAsInt(place + 1)) {
            out.writeCount(place - before);
            out.writeFloat(weights.value(place));
            out.writeFloat(weights.square(place));
            before = place;
        }
        out.writeCount(0);
    }

    private static void readSparse(ByteReader in, HashedWeights weights) {
        int place = -1;
        for (int distance = in.readSmallCount(); distance > 0; distance = in.readSmallCount()) {
            place += distance;
            weights.set(place, in.readFloat(), in.readFloat());
        }
    }
}
