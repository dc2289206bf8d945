package dev.weakspot.model.choice;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.Kind;
import dev.weakspot.model.Question;

/**
 * A question that a learner could be given next.
 *
 * @param level for whom its author meant it, in the bank's own words
 */
public record Option(Question question, Estimate predicted, PastTries past, Kind kind, String level) {}
