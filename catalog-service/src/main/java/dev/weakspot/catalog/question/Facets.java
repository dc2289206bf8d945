package dev.weakspot.catalog.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * How the found questions are spread, the largest number first; difficulties from the easiest on. Counts over the whole bank may be
 * some seconds old.
 *
 * @param topic the topics that most are on; a question counts on each of its own
 * @param difficulty bands of the difficulty, those with questions
 * @param complete whether all that is found was counted, and not the first {@value SearchQuestions#MOST_RANKED} by id
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Facets(List<Count> topic, List<Count> kind, List<Count> level, List<Band> difficulty, boolean complete) {

    public Facets {
        topic = List.copyOf(topic);
        kind = List.copyOf(kind);
        level = List.copyOf(level);
        difficulty = List.copyOf(difficulty);
    }

    /** How many of the found questions have a value. */
    @Serdeable
    public record Count(String value, long questions) {}

    /** How many of the found questions are at least as hard as one difficulty and less hard than another; the hardest band ends at 4. */
    @Serdeable
    public record Band(double from, double to, long questions) {}
}
