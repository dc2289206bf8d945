package dev.weakspot.model.choice;

import dev.weakspot.model.Estimate;
import dev.weakspot.model.Question;

/** A question that a learner could be given next. */
public record Option(Question question, Estimate predicted, PastTries past) {}
