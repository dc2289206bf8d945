package dev.weakspot.recommendation.belief;

import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.bayes.Calibration;
import dev.weakspot.model.bayes.Gaussian;
import dev.weakspot.recommendation.database.Rows;
import dev.weakspot.recommendation.database.Rows.ColumnType;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The calibration as last committed: kept in memory, and caught up with by reading what has changed since.
 *
 * <p>One learns at a time: {@link #lock} makes other instances wait until the transaction ends, so that no two of them move
 * the same question from the same place. Threads may share this; what {@link #get} gives, nobody moves.
 */
@Singleton
class CurrentCalibration {

    private static final String SAVE = """
            insert into calibration (kind, id, mean, variance, version)
            select * from unnest(?::text[], ?::text[], ?::float8[], ?::float8[], ?::bigint[])
                on conflict (kind, id) do update
               set mean = excluded.mean, variance = excluded.variance, version = excluded.version
            """;

    private final CalibrationRows stored;
    private final Rows rows;
    private volatile Snapshot snapshot = new Snapshot(-1, Calibration.untrained());

    CurrentCalibration(CalibrationRows stored, Rows rows) {
        this.stored = stored;
        this.rows = rows;
    }

    private record Snapshot(long version, Calibration calibration) {}

    /** A calibration that is being moved, and the version that it will have. */
    record Draft(long version, Calibration calibration) {}

    /** To be read only. Joins the caller's transaction. */
    @Transactional
    Calibration get() {
        return at(stored.version());
    }

    /** To be moved, and saved in the same transaction, which has it alone. */
    @Transactional(propagation = Propagation.MANDATORY)
    Draft lock() {
        long version = stored.lockVersion();
        return new Draft(version + 1, at(version).copy());
    }

    /** Saves what the draft says of everything, these questions and their topics. */
    @Transactional(propagation = Propagation.MANDATORY)
    void save(Draft draft, Collection<Question> questions) {
        Calibration calibration = draft.calibration();
        Set<TopicSlug> topics = new HashSet<>();
        questions.forEach(question -> topics.addAll(question.topics()));
        Stream<CalibrationRow> changes = Stream.of(
                        Stream.of(CalibrationRow.of(CalibrationRow.BIAS, "", calibration.bias(), draft.version())),
                        topics.stream()
                                .map(topic -> CalibrationRow.of(
                                        CalibrationRow.TOPIC,
                                        topic.value(),
                                        calibration.topic(topic),
                                        draft.version())),
                        questions.stream()
                                .map(question -> CalibrationRow.of(
                                        CalibrationRow.QUESTION,
                                        question.id().value(),
                                        calibration.question(question),
                                        draft.version())))
                .flatMap(each -> each);
        rows.of(changes.toList())
                .column(ColumnType.TEXT, CalibrationRow::kind)
                .column(ColumnType.TEXT, CalibrationRow::id)
                .column(ColumnType.DOUBLE, CalibrationRow::mean)
                .column(ColumnType.DOUBLE, CalibrationRow::variance)
                .column(ColumnType.BIGINT, CalibrationRow::version)
                .write(SAVE);
    }

    private Calibration at(long version) {
        Snapshot known = snapshot;
        if (known.version() != version) {
            // What commits after the version was read may come along early; with its own version it comes again.
            known = new Snapshot(version, caughtUp(known));
            snapshot = known;
        }
        return known.calibration();
    }

    private Calibration caughtUp(Snapshot known) {
        Gaussian bias = known.calibration().bias();
        Map<TopicSlug, Gaussian> topics = new HashMap<>();
        Map<QuestionId, Gaussian> questions = new HashMap<>();
        for (CalibrationRow row : stored.findByVersionGreaterThan(known.version())) {
            switch (row.kind()) {
                case CalibrationRow.BIAS -> bias = row.gaussian();
                case CalibrationRow.TOPIC -> topics.put(new TopicSlug(row.id()), row.gaussian());
                case CalibrationRow.QUESTION -> questions.put(new QuestionId(row.id()), row.gaussian());
                default -> throw new IllegalStateException("The table forbids the kind " + row.kind());
            }
        }
        return known.calibration().with(bias, topics, questions);
    }
}
