package dev.weakspot.recommendation.training;

import dev.weakspot.model.lean.Parameters;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The serving model's parameters as committed a moment ago, by whichever instance: what learners are answered with. A copy of its own, so that
 * nobody sees what is still being learned, or never will have been.
 *
 * <p>Threads share this. What one of them was given stays as it is: who reads waits for nobody, and nobody waits for who reads.
 */
@Singleton
public class ServedParameters {

    private final Training training;
    private final ParameterLog log;
    private final TransactionOperations<Connection> transactions;

    private final ReentrantLock catchingUp = new ReentrantLock();

    /** Nothing before it was first read. */
    private volatile Optional<Held> held = Optional.empty();

    ServedParameters(
            @Named("serving") Training training, ParameterLog log, TransactionOperations<Connection> transactions) {
        this.training = training;
        this.log = log;
        this.transactions = transactions;
    }

    /** Parameters to be read only, and which they are. */
    public record Served(Parameters parameters, ModelVersion version) {}

    private record Held(LogPlace place, Served served) {

        long attempts() {
            return served.version().attempts();
        }
    }

    /** At once, once they have been read; who comes before that waits, or fails when they cannot be read. */
    public Served get() {
        if (held.isEmpty()) {
            catchUp();
        }
        return held.orElseThrow().served();
    }

    /**
     * Takes in all that is committed now, in a transaction of its own, unless somebody else is doing that: then when they have. Returns how
     * many more attempts the model has learned from than when it was last read; none the first time, fewer than none when it was made to forget.
     */
    long catchUp() {
        catchingUp.lock();
        try {
            Optional<Held> before = held;
            Held now = transactions.executeRead(_ -> fresh());
            held = Optional.of(now);
            return before.map(earlier -> now.attempts() - earlier.attempts()).orElse(0L);
        } finally {
            catchingUp.unlock();
        }
    }

    private Held fresh() {
        String model = training.name();
        LogPlace newest = log.newest(model);
        Held known = held.filter(some -> some.place().equals(newest) || log.has(model, some.place()))
                .orElseGet(() -> new Held(LogPlace.BEGINNING, served(training.untrained())));
        if (known.place().equals(newest)) {
            return known;
        }
        Reading reading = new Reading(known);
        log.forEachSince(model, known.place(), reading::take);
        return reading.done();
    }

    private Served served(Parameters parameters) {
        return new Served(parameters, new ModelVersion(training.name(), parameters.version()));
    }

    /** Parameters that nobody else has yet, on their way to what the log says. */
    private final class Reading {

        private LogPlace place;
        private Parameters parameters;
        private boolean isOurs;

        Reading(Held from) {
            place = from.place();
            parameters = from.served().parameters();
        }

        void take(ParameterChange change) {
            if (change.isSnapshot()) {
                parameters = Parameters.of(change.bytes());
            } else if (isOurs) {
                parameters.apply(change.bytes());
            } else {
                parameters = parameters.with(change.bytes());
            }
            isOurs = true;
            place = change.place();
        }

        Held done() {
            return new Held(place, served(parameters));
        }
    }
}
