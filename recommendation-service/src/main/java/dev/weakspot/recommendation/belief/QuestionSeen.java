package dev.weakspot.recommendation.belief;

import dev.weakspot.model.choice.PastTries;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** How often a learner has answered a question, and how it went last time. */
@MappedEntity("question_seen")
record QuestionSeen(
        @Id UUID learnerId, @Id String questionId, int attempts, double lastScore, long lastSequence, Instant lastAt) {

    QuestionSeen followedBy(QuestionSeen later) {
        return new QuestionSeen(
                learnerId, questionId, attempts + later.attempts, later.lastScore, later.lastSequence, later.lastAt);
    }

    PastTries toPastTries() {
        return PastTries.ofLast(attempts, lastScore, lastSequence, lastAt);
    }
}
