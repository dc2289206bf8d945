package dev.weakspot.catalog.doctor;

import dev.weakspot.catalog.question.AnswerKey;
import dev.weakspot.catalog.question.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Correct choices that give themselves away by their length, all over the bank or in one question. */
final class LongestCorrect implements Check {

    private static final String NAME = "longest-correct";

    /** How much longer than every other choice a correct one is when it sticks out. */
    private static final double STICKS_OUT = 1.6;

    /** Half a line or so: nobody guesses by "append" being longer than "add". */
    private static final int LETTERS_THAT_SHOW = 25;

    @Override
    public List<Finding> examine(ExaminedBank bank) {
        List<Finding> findings = new ArrayList<>();
        List<Double> chances = new ArrayList<>();
        int longest = 0;
        for (ExaminedQuestion examined : bank.questions()) {
            if (examined.question().answer() instanceof AnswerKey.SingleChoice(List<Choice> choices)) {
                int correct = length(choices.stream().filter(Choice::isCorrect));
                int others = length(choices.stream().filter(choice -> !choice.isCorrect()));
                chances.add(1.0 / choices.size());
                longest += correct > others ? 1 : 0;
                if (correct > others * STICKS_OUT && correct - others > LETTERS_THAT_SHOW) {
                    findings.add(Finding.note(
                            NAME,
                            examined.lines().of("answer.choices"),
                            "The correct choice of %s sticks out by its length. Shorten it, or let a wrong one say as much.",
                            examined.id()));
                }
            }
        }
        if (Surprise.of(longest, chances) > Surprise.BEYOND_CHANCE) {
            findings.add(Finding.warning(
                    NAME,
                    bank.name(),
                    "The longest choice is the correct one in %d of %d questions with a single choice: whoever guesses it needs no knowledge. Shorten some, or lengthen wrong ones.",
                    longest,
                    chances.size()));
        }
        return findings;
    }

    private static int length(Stream<Choice> choices) {
        return choices.mapToInt(choice -> choice.text().strip().length()).max().orElse(0);
    }
}
