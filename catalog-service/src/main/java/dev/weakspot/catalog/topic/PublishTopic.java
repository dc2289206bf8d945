package dev.weakspot.catalog.topic;

import dev.weakspot.outbox.Outbox;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings a topic into the catalog, or changes it, and tells everybody who listens.
 *
 * <p>A topic that is already so changes nothing and sends nothing.
 */
@Singleton
public class PublishTopic {

    /** What became of a topic that was handed in. */
    public enum Outcome {
        NEW,
        CHANGED,
        UNCHANGED
    }

    private final Topics topics;
    private final TopicEvents events;
    private final Outbox outbox;
    private final Clock clock;

    PublishTopic(Topics topics, TopicEvents events, Outbox outbox, Clock clock) {
        this.topics = topics;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public Outcome publish(Topic topic) {
        // Two topics published at once could form a cycle that neither of them sees alone; and events of a topic leave
        // in the order of its revisions only if its writers queue here.
        topics.lock();
        Optional<Topic> current = topics.find(topic.slug());
        if (current.isPresent() && current.get().equals(topic)) {
            return Outcome.UNCHANGED;
        }
        refuseUnknownPrerequisites(topic);
        refuseCycle(topic);

        int revision = topics.save(topic);
        outbox.append(events.published(topic, revision, clock.instant()));
        return current.isPresent() ? Outcome.CHANGED : Outcome.NEW;
    }

    private void refuseUnknownPrerequisites(Topic topic) {
        List<TopicSlug> unknown = topics.listUnknown(topic.prerequisites());
        if (!unknown.isEmpty()) {
            throw new UnknownPrerequisites(unknown);
        }
    }

    private void refuseCycle(Topic topic) {
        List<Topic> changed = new ArrayList<>(topics.listAll());
        changed.removeIf(other -> other.slug().equals(topic.slug()));
        changed.add(topic);
        Prerequisites.of(changed).findCycleThrough(topic.slug()).ifPresent(way -> {
            throw new PrerequisiteCycle(way);
        });
    }
}
