package dev.weakspot.recommendation.training;

import dev.weakspot.inbox.CannotConsume;
import dev.weakspot.model.lean.Learning;
import dev.weakspot.model.lean.Parameters;
import dev.weakspot.model.quality.RunningQuality;
import java.util.function.Supplier;

/**
 * Keeps a model in memory that learns, and in the database what it has learned.
 *
 * <p>One learns at a time, of all instances: {@link #resume} waits for the others until the transaction ends, and brings the memory to
 * where the database is, whatever became of the transaction before. {@link #save} joins the same transaction; what is not saved in it
 * never happened. One thread of each instance calls this.
 */
public final class Training {

    /** Changes of this size are read in no time: so much may always follow a snapshot. */
    private static final long FEW_BYTES = 1L << 20;

    /** A snapshot is due when what follows the last one is so many times its size. Snapshots then cost half of what changes do. */
    private static final int CHANGES_PER_SNAPSHOT = 2;

    private final String name;
    private final Learning learning;
    private final Supplier<Parameters> untrained;
    private final ParameterLog log;

    private Parameters parameters;
    private LearningModel model;

    /** The newest change that the model holds. Whether the database has it is not said: its transaction may have failed. */
    private LogPlace newest = LogPlace.BEGINNING;

    private long snapshotSize;
    private long changesSize;

    public Training(String name, Learning learning, Supplier<Parameters> untrained, ParameterLog log) {
        this.name = name;
        this.learning = learning;
        this.untrained = untrained;
        this.log = log;
        parameters = untrained.get();
        model = new LearningModel(name, learning, parameters, new RunningQuality());
    }

    public String name() {
        return name;
    }

    /** New parameters of this model, before the first attempt ever. */
    Parameters untrained() {
        return untrained.get();
    }

    /** Waits for whoever else is learning; then the model, as they and we have saved it. */
    public LearningModel resume() {
        return resume(log.lock(name)
                .orElseThrow(() -> new CannotConsume("The database knows no model " + name
                        + ": another model learns from all attempts anew, and a migration begins that.")));
    }

    /** The same of a model that the database may not know yet. */
    public LearningModel beginOrResume() {
        return resume(log.lock(name).orElseGet(() -> {
            log.createIfAbsent(name);
            return log.lock(name).orElseThrow();
        }));
    }

    private LearningModel resume(LogPlace stored) {
        if (model.hasMoved() || !stored.equals(newest)) {
            try {
                catchUp();
            } catch (IllegalArgumentException e) {
                throw new CannotConsume("What " + name + " has learned cannot be read by this service", e);
            }
        }
        return model;
    }

    /** Saves what the model has learned since {@link #resume}: what has changed, or from time to time everything. */
    public void save() {
        if (parameters.version() == parameters.changesSince()) {
            // Nothing was learned that is everybody's.
            model.saved();
            return;
        }
        boolean isSnapshotDue = changesSize > Math.max(FEW_BYTES, CHANGES_PER_SNAPSHOT * snapshotSize);
        long since = isSnapshotDue ? 0 : parameters.changesSince();
        byte[] changes = parameters.takeChanges();
        byte[] bytes = isSnapshotDue ? parameters.toBytes() : changes;
        ParameterChange change = log.append(name, since, parameters.version(), bytes, model.quality());
        model.saved();
        count(change);
    }

    /** From where we are, when that is what the database says as well; otherwise from the newest snapshot. */
    private void catchUp() {
        if (model.hasMoved() || !log.has(name, newest)) {
            forget();
        }
        model.startMoving();
        log.forEachSince(name, newest, this::take);
        model = new LearningModel(name, learning, parameters, log.learned(name).quality());
    }

    private void forget() {
        parameters = untrained.get();
        newest = LogPlace.BEGINNING;
        snapshotSize = 0;
        changesSize = 0;
    }

    private void take(ParameterChange change) {
        if (change.isSnapshot()) {
            parameters = Parameters.of(change.bytes());
        } else {
            parameters.apply(change.bytes());
        }
        count(change);
    }

    private void count(ParameterChange change) {
        newest = change.place();
        if (change.isSnapshot()) {
            snapshotSize = change.bytes().length;
            changesSize = 0;
        } else {
            changesSize += change.bytes().length;
        }
    }
}
