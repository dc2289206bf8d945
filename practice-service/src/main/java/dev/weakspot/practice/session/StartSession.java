package dev.weakspot.practice.session;

import dev.weakspot.practice.Fingerprint;
import dev.weakspot.practice.learner.LearnerId;
import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Starts a session with its first questions. Starting the same again finds the session as it is now. */
@Singleton
class StartSession {

    private final TransactionOperations<Connection> transactions;
    private final Sessions sessions;
    private final FindSession findSession;
    private final LayOutQuestions layOutQuestions;
    private final SessionEvents events;
    private final JsonMapper json;
    private final Clock clock;

    StartSession(
            TransactionOperations<Connection> transactions,
            Sessions sessions,
            FindSession findSession,
            LayOutQuestions layOutQuestions,
            SessionEvents events,
            JsonMapper json,
            Clock clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.findSession = findSession;
        this.layOutQuestions = layOutQuestions;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What became of the wish to start.
     *
     * @param first whether this one started it; otherwise the same had before
     */
    record Started(Session session, boolean first) {}

    /**
     * @throws SessionIdTaken when the id stands for another session
     * @throws NoQuestions when there is nothing to ask
     */
    Started start(LearnerId learner, SessionPlan plan) {
        Fingerprint fingerprint = Fingerprint.of(json, plan);
        return transactions.executeWrite(_ -> {
            boolean first = claim(learner, plan, fingerprint);
            SessionRow session = sessions.find(plan.sessionId())
                    .filter(row -> row.learnerId().equals(learner.value()))
                    .filter(row -> row.fingerprint().equals(fingerprint.hex()))
                    .orElseThrow(() -> new SessionIdTaken(plan.sessionId()));
            return first ? begin(session, plan) : new Started(findSession.withItems(session), false);
        });
    }

    private Started begin(SessionRow claimed, SessionPlan plan) {
        if (layOutQuestions.layOut(claimed, 1, plan.firstBlock(), plan.questionIds()) == 0) {
            throw new NoQuestions();
        }
        SessionRow session = sessions.find(claimed.id()).orElseThrow();
        List<ItemRow> items = sessions.listItems(session.id());
        events.started(session, items);
        return new Started(Session.of(session, items), true);
    }

    /** Two that claim an id at once wait for one another here. */
    private boolean claim(LearnerId learner, SessionPlan plan, Fingerprint fingerprint) {
        return sessions.add(
                        plan.sessionId(),
                        learner.value(),
                        fingerprint.hex(),
                        plan.size(),
                        plan.topic(),
                        plan.level(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS))
                > 0;
    }
}
