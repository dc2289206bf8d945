package dev.weakspot.catalog.doctor;

import java.util.ArrayList;
import java.util.List;

/** Texts that are there in name only. That they are there at all is the format's concern. */
final class ThinExplanations implements Check {

    // Words that say something; "It is so because of the rules" has two of them.
    private static final int WORDS_OF_AN_EXPLANATION = 6;
    private static final int WORDS_OF_AN_AIM = 3;

    @Override
    public List<Finding> examine(ExaminedBank bank) {
        List<Finding> findings = new ArrayList<>();
        for (ExaminedQuestion examined : bank.questions()) {
            if (Words.of(examined.question().explanation()).size() < WORDS_OF_AN_EXPLANATION) {
                findings.add(Finding.warning(
                        "thin-explanation",
                        examined.lines().of("explanation"),
                        "The explanation of %s explains nothing. Say why the answer is right, and what a learner may have mixed up.",
                        examined.id()));
            }
            if (Words.of(examined.question().assesses()).size() < WORDS_OF_AN_AIM) {
                findings.add(Finding.warning(
                        "thin-aim",
                        examined.lines().of("assesses"),
                        "Nobody can tell what %s assesses. Say what an interviewer learns from the answer.",
                        examined.id()));
            }
        }
        return findings;
    }
}
