package dev.weakspot.catalog.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/**
 * Where in the bank something stands.
 *
 * @param file its name, as an author would look for it
 * @param line counted from 1
 * @param subject what it is, such as {@code question 3 (form-vs-modelform)}; empty for the file as a whole
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record Place(String file, int line, String subject) {

    Place at(int otherLine) {
        return new Place(file, otherLine, subject);
    }

    @Override
    public String toString() {
        return file + ":" + line + (subject.isEmpty() ? "" : ": " + subject);
    }
}
