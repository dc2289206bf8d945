package dev.weakspot.web.practise;

import dev.weakspot.web.service.Beliefs.Belief;
import dev.weakspot.web.service.Session;
import java.util.Optional;

/**
 * What came of an answer.
 *
 * @param topic what people call the main topic
 * @param was expected success on the topic before, in per cent, when there was a belief
 * @param belief what is believed now; nothing while recommendations are away
 */
public record FeedbackView(
        Session session,
        Session.Item item,
        Answered answered,
        String topic,
        Optional<Integer> was,
        Optional<Belief> belief) {}
