package dev.weakspot.catalog.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Questions that ask what another one asks. The later one is named, with the earlier one and how alike they are. */
final class Duplicates implements Check {

    // Measured on our 336 questions: two of them are at 0.56, as both imitate safe strings, and no others above 0.50.

    /** From here on, only wording differs. */
    private static final double NEARLY_THE_SAME = 0.65;

    /** From here on, two questions are close; perhaps on purpose. */
    private static final double CLOSE = 0.5;

    /** A shorter stem says what to do ("What does this print?") rather than what is asked. */
    private static final int WORDS_OF_A_TELLING_STEM = 6;

    @Override
    public List<Finding> examine(ExaminedBank bank) {
        List<ExaminedQuestion> questions = bank.questions();
        var asked = new Likeness(questions.stream().map(ExaminedQuestion::asked).toList());
        var stems = new Likeness(questions.stream().map(Duplicates::tellingStem).toList());
        List<Finding> findings = new ArrayList<>();
        for (int later = 0; later < questions.size(); later++) {
            Map<Integer, Double> alike = new TreeMap<>(asked.earlierLike(later));
            stems.earlierLike(later).forEach((earlier, likeness) -> alike.merge(earlier, likeness, Math::max));
            for (Map.Entry<Integer, Double> pair : alike.entrySet()) {
                compare(questions.get(pair.getKey()), questions.get(later), pair.getValue(), findings);
            }
        }
        return findings;
    }

    private static void compare(
            ExaminedQuestion earlier, ExaminedQuestion later, double likeness, List<Finding> findings) {
        if (likeness < CLOSE) {
            return;
        }
        String place = later.lines().of("stem");
        String other = earlier.id() + " (" + earlier.lines().of("stem") + ")";
        if (normalised(earlier.asked()).equals(normalised(later.asked()))) {
            findings.add(Finding.error(
                    "exact-duplicate",
                    place,
                    "%s asks the same as %s, similarity 1.00. Remove one of them.",
                    later.id(),
                    other));
        } else if (likeness >= NEARLY_THE_SAME) {
            findings.add(Finding.warning(
                    "near-duplicate",
                    place,
                    "%s asks nearly the same as %s, similarity %.2f. Merge them, or let each ask something of its own.",
                    later.id(),
                    other,
                    likeness));
        } else {
            findings.add(Finding.note(
                    "near-duplicate",
                    place,
                    "%s is close to %s, similarity %.2f. Make sure that each tells something about a learner that the other does not.",
                    later.id(),
                    other,
                    likeness));
        }
    }

    private static String tellingStem(ExaminedQuestion examined) {
        String stem = examined.question().stem();
        return Words.of(stem).size() < WORDS_OF_A_TELLING_STEM ? "" : stem;
    }

    private static String normalised(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
