package dev.weakspot.model.choice;

import dev.weakspot.model.Kind;
import dev.weakspot.model.Question;

/**
 * A published question, whoever the learner is.
 *
 * @param level for whom its author meant it, in the bank's own words
 */
public record Candidate(Question question, Kind kind, String level) {}
