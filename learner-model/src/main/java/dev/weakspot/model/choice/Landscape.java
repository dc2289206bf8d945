package dev.weakspot.model.choice;

import dev.weakspot.model.QuestionId;
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

    /** The published questions on the topic, by level, and from easy to hard. */
    List<Candidate> candidates(TopicSlug topic);

    /** The learner's attempts on a question. */
    PastTries past(QuestionId question);

    /** Each of these, in the same order, with what is expected of the learner: the one thing here that takes long to find out. */
    List<Option> options(List<Candidate> candidates);

    /** The published questions that the learner has answered. */
    List<Option> answered();
}
