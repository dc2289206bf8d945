package dev.weakspot.web.progress;

import java.util.List;
import java.util.Optional;

/**
 * Some of a learner's answers, newest first.
 *
 * @param next where the next page begins; nothing on the last one
 * @param first whether this is the first page
 */
public record AnswersView(List<AnswerRow> rows, Optional<String> next, boolean first) {}
