package dev.weakspot.catalog.doctor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A text as the words it is made of, without those that say nothing and without most endings. */
final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

    private static final Pattern IES = Pattern.compile("(ies|ied)$");
    private static final Pattern ENDING = Pattern.compile("(?<=.{3}[^s])(ing|ed|es|s)$");
    private static final Pattern LAST_E = Pattern.compile("(?<=.{3})e$");

    private static final Set<String> EMPTY = Set.of(
            ("a an the and or but if then else when while of in on at by for from to into with without as is are was were be"
                            + " been being it its this that these those which what who whom whose how why where there here"
                            + " do does did done has have had can could may might must shall should will would so"
                            + " than too very just only also about after before between during over under again more most"
                            + " other some such same own each every any all both few one two you your he she they their them"
                            + " we our us i me my up out off s t d ll m re ve")
                    .split(" "));

    private Words() {}

    /** In the order of the text. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().forEach(match -> {
            if (!EMPTY.contains(match.group())) {
                words.add(withoutEnding(match.group()));
            }
        });
        return words;
    }

    static Map<String, Integer> counts(String text) {
        Map<String, Integer> counts = new HashMap<>();
        of(text).forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }

    /** Rough on purpose: it only has to bring "query", "queries" and "queried" together. */
    private static String withoutEnding(String word) {
        if (word.length() < 5 || word.contains("_")) {
            return word;
        }
        String singular = IES.matcher(word).replaceFirst("y");
        return LAST_E.matcher(ENDING.matcher(singular).replaceFirst("")).replaceFirst("");
    }
}
