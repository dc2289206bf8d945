package dev.weakspot.catalog.question;

import dev.weakspot.outbox.Outbox;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Takes a question back and tells everybody who listens. Withdrawing it again changes nothing and sends nothing. */
@Singleton
public class WithdrawQuestion {

    private final Questions questions;
    private final QuestionEvents events;
    private final Outbox outbox;
    private final Clock clock;

    WithdrawQuestion(Questions questions, QuestionEvents events, Outbox outbox, Clock clock) {
        this.questions = questions;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public void withdraw(QuestionId id) {
        int version = questions.lock(id).orElseThrow(() -> new UnknownQuestion(id));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (questions.withdraw(id, now)) {
            questions.unlist(id);
            outbox.append(events.withdrawn(id, version, now));
        }
    }
}
