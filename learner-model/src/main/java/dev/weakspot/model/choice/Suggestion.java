package dev.weakspot.model.choice;

import dev.weakspot.model.TopicSlug;
import java.util.List;

/**
 * A question worth answering next.
 *
 * @param topic the topic it is chosen to train; the question may have others
 * @param reasons what decided, the weightiest first
 */
public record Suggestion(Option option, TopicSlug topic, List<Reason> reasons) {

    public Suggestion {
        reasons = List.copyOf(reasons);
    }
}
