package dev.weakspot.model.evaluation;

import dev.weakspot.model.Attempt;

/**
 * One recorded answer.
 *
 * @param learner who gave it, a number from 0 on
 * @param split the part of the data set that it belongs to; perhaps empty
 */
public record Answer(int learner, String split, Attempt attempt) {}
