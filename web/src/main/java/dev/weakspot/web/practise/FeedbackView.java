package dev.weakspot.web.practise;

import dev.weakspot.web.service.Beliefs.Belief;
import dev.weakspot.web.service.Session;
import java.util.Optional;

/**
 * What came of an answer.
 *
 * @param topic what people call the main topic
 * @param was expected success on the topic before, in per cent, when there was a belief
 * @param already whether something else was answered first, and this came of that
 * @param belief what is believed now; nothing while recommendations are away
 */
public record FeedbackView(
        Session session,
        Session.Item item,
        Answered answered,
        String topic,
        Optional<Integer> was,
        boolean already,
        Optional<Belief> belief) {

    /** Whether the answer left the estimate where it was, as far as whole per cents show it. */
    public boolean isUnchanged() {
        return was.isPresent()
                && belief.map(now -> Math.round(100 * now.mastery()) == was.get())
                        .orElse(false);
    }

    /** Whether there was no estimate before this answer. */
    public boolean isFirst() {
        return belief.filter(now -> now.attempts() == 1).isPresent();
    }
}
