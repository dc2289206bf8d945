package dev.weakspot.practice.grading;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A short text as far as its writing matters: letter case, width and composition of characters, runs of blanks, quotes or
 * back-ticks around it and a full stop at its end do not.
 */
record Term(String normalised) {

    private static final String QUOTES = "`\"'“”‘’«»";

    Term {
        String text = Normalizer.normalize(normalised, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
        if (text.length() > 1 && text.endsWith(".")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        while (text.length() > 1
                && QUOTES.indexOf(text.charAt(0)) >= 0
                && QUOTES.indexOf(text.charAt(text.length() - 1)) >= 0) {
            text = text.substring(1, text.length() - 1).strip();
        }
        normalised = text;
    }
}
