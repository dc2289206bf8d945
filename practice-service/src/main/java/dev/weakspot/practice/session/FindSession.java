package dev.weakspot.practice.session;

import dev.weakspot.practice.learner.LearnerId;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Finds a learner's own session as it is now; somebody else's is as unknown as none. */
@Singleton
class FindSession {

    private final Sessions sessions;

    FindSession(Sessions sessions) {
        this.sessions = sessions;
    }

    /** @throws UnknownSession when the learner has no such session */
    Session get(LearnerId learner, UUID id) {
        return withItems(getRow(learner, id));
    }

    /** @throws UnknownSession when the learner has no such session */
    SessionRow getRow(LearnerId learner, UUID id) {
        return sessions.find(id)
                .filter(session -> session.learnerId().equals(learner.value()))
                .orElseThrow(() -> new UnknownSession(id));
    }

    Session withItems(SessionRow session) {
        return Session.of(session, sessions.listItems(session.id()));
    }
}
