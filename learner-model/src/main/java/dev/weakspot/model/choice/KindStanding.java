package dev.weakspot.model.choice;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.Kind;
import dev.weakspot.model.Trend;

/**
 * Where a learner stands on one kind of question of one topic.
 *
 * @param mastery expected success on the topic's questions of this kind
 * @param questions how many of them are published
 * @param attempts attempts on them so far
 */
public record KindStanding(Kind kind, Estimate mastery, int questions, int attempts, Trend trend) {}
