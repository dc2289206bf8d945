package dev.weakspot.catalog.bank;

import dev.weakspot.catalog.question.Question;
import dev.weakspot.catalog.question.QuestionId;
import java.util.Map;

/**
 * A question as it stands in a file.
 *
 * @param lines where the text of each part begins, by its path
 */
record BankQuestion(Place place, QuestionId id, int version, Question question, Map<String, Integer> lines) {

    BankQuestion {
        lines = Map.copyOf(lines);
    }

    /** File and line of a part, as a finding names it. */
    String placeOf(String part) {
        return place.file() + ":" + lines.getOrDefault(part, place.line());
    }
}
