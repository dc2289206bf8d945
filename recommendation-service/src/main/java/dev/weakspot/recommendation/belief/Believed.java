package dev.weakspot.recommendation.belief;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.bayes.TopicBelief;

/** What we believe about a learner on a topic, after the learner's newest attempt. */
record Believed(Learner learner, TopicSlug topic, TopicBelief belief, Estimate mastery) {}
