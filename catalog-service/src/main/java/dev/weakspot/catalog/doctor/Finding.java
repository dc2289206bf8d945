package dev.weakspot.catalog.doctor;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/**
 * Something about the bank that its authors should know.
 *
 * @param check which check found it, by a stable name: {@code near-duplicate}
 * @param place the file, with the line when there is one: {@code question-bank/forms.yaml:41}
 * @param remedy what is wrong and what to do about it, in one or two sentences
 */
@Serdeable
@SuppressWarnings("AnnotateFormatMethod") // its annotation would be one more dependency of everybody
public record Finding(Severity severity, String check, String place, String remedy) {

    /** The remedy is a format, as {@link String#format} has it; it reads the same in every locale. */
    public static Finding error(String check, String place, String remedy, Object... facts) {
        return new Finding(Severity.ERROR, check, place, String.format(Locale.ROOT, remedy, facts));
    }

    static Finding warning(String check, String place, String remedy, Object... facts) {
        return new Finding(Severity.WARNING, check, place, String.format(Locale.ROOT, remedy, facts));
    }

    public static Finding note(String check, String place, String remedy, Object... facts) {
        return new Finding(Severity.NOTE, check, place, String.format(Locale.ROOT, remedy, facts));
    }
}
