package dev.weakspot.catalog.doctor;

import java.util.Map;

/**
 * Where the parts of something stand in a file.
 *
 * @param line where it begins, counted from 1
 * @param ofParts where the text of a part begins, by its path: {@code answer.choices[1].why}
 */
public record Lines(String file, int line, Map<String, Integer> ofParts) {

    public Lines {
        ofParts = Map.copyOf(ofParts);
    }

    String start() {
        return file + ":" + line;
    }

    String of(String part) {
        return of(part, 0);
    }

    /** A line within the text of a part. */
    String of(String part, int lineInText) {
        return ofParts.containsKey(part) ? file + ":" + (ofParts.get(part) + lineInText) : start();
    }
}
