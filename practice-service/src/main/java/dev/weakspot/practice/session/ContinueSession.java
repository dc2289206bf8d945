package dev.weakspot.practice.session;

import dev.weakspot.practice.learner.LearnerId;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the next block of a session, so that it can follow what the blocks before showed. A block is laid out once:
 * whoever asks again, or in another browser at the same time, finds it there.
 */
@Singleton
class ContinueSession {

    private final TransactionOperations<Connection> transactions;
    private final Sessions sessions;
    private final FindSession findSession;
    private final LayOutQuestions layOutQuestions;

    ContinueSession(
            TransactionOperations<Connection> transactions,
            Sessions sessions,
            FindSession findSession,
            LayOutQuestions layOutQuestions) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.findSession = findSession;
        this.layOutQuestions = layOutQuestions;
    }

    /**
     * @throws UnknownSession when the learner has no such session
     * @throws SessionIsCompleted when it takes no more questions
     * @throws LeavesAHole when positions before the block would stay empty
     */
    Session layOut(LearnerId learner, UUID id, int from, @Nullable List<String> wanted) {
        return transactions.executeWrite(_ -> {
            findSession.getRow(learner, id);
            sessions.lockToAdd(id);
            int there = sessions.listItems(id).size();
            if (from > there) {
                extend(findSession.getRow(learner, id), there, from, wanted);
            }
            return findSession.get(learner, id);
        });
    }

    private void extend(SessionRow session, int there, int from, @Nullable List<String> wanted) {
        if (session.isCompleted()) {
            throw new SessionIsCompleted(session.id());
        }
        if (from > there + 1) {
            throw new LeavesAHole(from, there);
        }
        int count = Math.min(Session.BLOCK, session.size() - there);
        if (count > 0) {
            layOutQuestions.layOut(session, from, count, wanted);
        }
    }
}
