package dev.weakspot.recommendation.training;

import dev.weakspot.model.lean.Parameters;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * The serving model's parameters as last committed, by whichever instance: what learners are answered with. A copy of its own, so that
 * nobody sees what is still being learned, or never will have been. Threads share this.
 */
@Singleton
public class ServedParameters {

    private final String model;
    private final ParameterLog log;

    private final ReentrantLock catchingUp = new ReentrantLock();
    private final ReadWriteLock moving = new ReentrantReadWriteLock();
    private Parameters parameters;
    private volatile long newest;

    ServedParameters(@Named("serving") Training serving, ParameterLog log) {
        this.model = serving.name();
        this.log = log;
        this.parameters = serving.untrained();
    }

    /** Takes in all that is committed for the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void catchUp() {
        if (log.newest(model) <= newest) {
            return;
        }
        catchingUp.lock();
        try {
            ParameterChange.sinceSnapshot(log.changesSince(model, newest)).forEach(this::apply);
        } finally {
            catchingUp.unlock();
        }
    }

    /** Asks something of the parameters, which stay as they are until it is answered. */
    public <T> T ask(Function<Served, T> question) {
        moving.readLock().lock();
        try {
            return question.apply(new Served(parameters, new ModelVersion(model, parameters.version())));
        } finally {
            moving.readLock().unlock();
        }
    }

    /** Parameters to be read only, and which they are. */
    public record Served(Parameters parameters, ModelVersion version) {}

    private void apply(ParameterChange change) {
        // Reading a snapshot takes long, and needs nothing that readers see.
        Parameters snapshot = change.isSnapshot() ? change.applyTo(parameters) : parameters;
        moving.writeLock().lock();
        try {
            parameters = change.isSnapshot() ? snapshot : change.applyTo(parameters);
            newest = change.number();
        } finally {
            moving.writeLock().unlock();
        }
    }
}
