package dev.weakspot.practice.session;

import dev.weakspot.practice.learner.LearnerId;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Completes a session, whether or not all is answered. Completing it again changes nothing.
 *
 * <p>An attempt that is committed before counts; one that comes later is refused, also when it was on its way.
 */
@Singleton
class CompleteSession {

    private final TransactionOperations<Connection> transactions;
    private final Sessions sessions;
    private final FindSession findSession;
    private final SessionEvents events;
    private final Clock clock;

    CompleteSession(
            TransactionOperations<Connection> transactions,
            Sessions sessions,
            FindSession findSession,
            SessionEvents events,
            Clock clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.findSession = findSession;
        this.events = events;
        this.clock = clock;
    }

    /** @throws UnknownSession when the learner has no such session */
    Session complete(LearnerId learner, UUID id) {
        return transactions.executeWrite(_ -> {
            findSession.getRow(learner, id);
            // Waits for the attempts that are being committed, so the counts from here on are the last ones.
            sessions.lockToComplete(id);
            if (!findSession.getRow(learner, id).isCompleted()) {
                Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                sessions.complete(id, now);
                events.completed(findSession.getRow(learner, id), sessions.listItems(id), now);
            }
            return findSession.get(learner, id);
        });
    }
}
