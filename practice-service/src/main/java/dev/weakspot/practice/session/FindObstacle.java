package dev.weakspot.practice.session;

import dev.weakspot.practice.learner.LearnerId;
import dev.weakspot.practice.question.QuestionVersion;
import dev.weakspot.problem.Refusal;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Says why an attempt that was not entered is none of a session. */
@Singleton
public class FindObstacle {

    private final Sessions sessions;

    FindObstacle(Sessions sessions) {
        this.sessions = sessions;
    }

    public Refusal find(LearnerId learner, UUID id, UUID attempt, QuestionVersion question) {
        return sessions.find(id)
                .filter(session -> session.learnerId().equals(learner.value()))
                .map(session -> {
                    boolean isItem = sessions.listItems(id).stream()
                            .anyMatch(item -> item.attemptId().equals(attempt)
                                    && item.question().equals(question));
                    return isItem && session.isCompleted() ? new SessionIsCompleted(id) : new NotAnItem(attempt);
                })
                .orElseGet(() -> new UnknownSession(id));
    }
}
