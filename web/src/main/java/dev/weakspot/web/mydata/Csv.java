package dev.weakspot.web.mydata;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rows of values that are separated by commas, after RFC 4180. */
final class Csv {

    /** What a spreadsheet would take for the beginning of a formula, and run (OWASP, CSV injection). */
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r＝＋－＠].*");

    private static final Pattern NEEDS_QUOTES = Pattern.compile("(?s).*[\",\\r\\n].*");

    private Csv() {}

    /** One row, with its end. A value that would begin a formula gets an apostrophe in front, which makes it a text. */
    static String row(List<String> values) {
        return values.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String value) {
        String harmless = FORMULA.matcher(value).matches() ? "'" + value : value;
        return NEEDS_QUOTES.matcher(harmless).matches() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
