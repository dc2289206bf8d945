package dev.weakspot.catalog.question;

import dev.weakspot.catalog.topic.TopicSlug;
import dev.weakspot.catalog.topic.Topics;
import dev.weakspot.outbox.Outbox;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Publishes a version of a question, for ever, and tells everybody who listens.
 *
 * <p>Publishing the same again changes nothing and sends nothing; another content under a published version is refused.
 * A version must be higher than all before it, but need not be the next: a bank file carries only the newest, and a fresh
 * catalog begins with whatever that is. A higher version brings a withdrawn question back.
 */
@Singleton
public class PublishQuestion {

    /** What became of a question that was handed in. */
    public enum Outcome {
        NEW,
        UNCHANGED
    }

    private final Questions questions;
    private final Topics topics;
    private final QuestionEvents events;
    private final Outbox outbox;
    private final Clock clock;

    PublishQuestion(Questions questions, Topics topics, QuestionEvents events, Outbox outbox, Clock clock) {
        this.questions = questions;
        this.topics = topics;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public Outcome publish(QuestionId id, int version, Question question) {
        // Published versions never change, so looking without a lock is enough, and a restart takes none.
        Optional<QuestionVersion> published = questions.findVersion(id, version);
        if (published.isPresent()) {
            return refuseChange(published.get(), question);
        }
        refuseUnknownTopics(question.topics());

        if (!questions.open(id, version)) {
            int current = questions.lock(id).orElseThrow();
            if (version <= current) {
                return questions
                        .findVersion(id, version)
                        .map(justPublished -> refuseChange(justPublished, question))
                        .orElseThrow(() -> new VersionTooLow(id, version, current));
            }
            questions.advance(id, version);
        }
        // PostgreSQL keeps microseconds; what is sent must be what is kept.
        var next = new QuestionVersion(id, version, question, clock.instant().truncatedTo(ChronoUnit.MICROS));
        questions.insert(next);
        questions.list(id);
        outbox.append(events.published(next));
        return Outcome.NEW;
    }

    private static Outcome refuseChange(QuestionVersion published, Question question) {
        if (!published.question().equals(question)) {
            throw new VersionAlreadyPublished(published.questionId(), published.version());
        }
        return Outcome.UNCHANGED;
    }

    private void refuseUnknownTopics(List<TopicSlug> wanted) {
        List<TopicSlug> unknown = topics.listUnknown(wanted);
        if (!unknown.isEmpty()) {
            throw new UnknownTopics(unknown);
        }
    }
}
