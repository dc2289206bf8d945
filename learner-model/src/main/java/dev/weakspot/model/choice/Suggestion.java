package dev.weakspot.model.choice;

import dev.weakspot.model.TopicSlug;
import java.util.List;

/**
 * A question worth answering next.
 *
 * @param topic the topic it is chosen to train; the question may have others
 * @param reasons what decided, the weightiest first
 * @param turningPoint what would have led to another suggestion, as one sentence for people
 */
public record Suggestion(Option option, TopicSlug topic, List<Reason> reasons, String turningPoint) {

    public Suggestion {
        reasons = List.copyOf(reasons);
    }
}
