package dev.weakspot.model.choice;

import dev.weakspot.model.TopicSlug;
import java.time.Instant;
import java.util.List;

/** All that a learner could practise, as they stand. Answers the same whenever it is asked. */
public interface Landscape {

    /** The learner's newest attempt; 0 before the first. */
    long sequence();

    /** The moment for which a choice is made. */
    Instant moment();

    List<TopicStanding> topics();

    /** The published questions on the topic. */
    List<Option> options(TopicSlug topic);

    /** The published questions that the learner has answered. */
    List<Option> answered();
}
