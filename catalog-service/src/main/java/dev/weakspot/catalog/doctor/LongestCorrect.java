package dev.weakspot.catalog.doctor;

import dev.weakspot.catalog.question.AnswerKey;
import dev.weakspot.catalog.question.Choice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Correct choices that give themselves away by their length: over the bank at any place from the longest to the shortest, in
 * one question by far the longest.
 */
final class LongestCorrect implements Check {

    private static final String NAME = "longest-correct";

    /** How much longer than every other choice a correct one is when it sticks out. */
    private static final double STICKS_OUT = 1.6;

    /** Half a line or so: nobody guesses by "append" being longer than "add". */
    private static final int LETTERS_THAT_SHOW = 25;

    /** Behind all other places, so that the shortest of three choices and of five are counted together. */
    private static final int SHORTEST = Integer.MAX_VALUE;

    @Override
    public List<Finding> examine(ExaminedBank bank) {
        List<Finding> findings = new ArrayList<>();
        var chancesAt = new TreeMap<Integer, List<Double>>();
        var correctAt = new TreeMap<Integer, Integer>();
        for (ExaminedQuestion examined : bank.questions()) {
            if (examined.question().answer() instanceof AnswerKey.SingleChoice(List<Choice> choices)) {
                int correct = longest(choices.stream().filter(Choice::isCorrect));
                int others = longest(choices.stream().filter(choice -> !choice.isCorrect()));
                if (correct > others * STICKS_OUT && correct - others > LETTERS_THAT_SHOW) {
                    findings.add(Finding.note(
                            NAME,
                            examined.lines().of("answer.choices"),
                            "The correct choice of %s sticks out by its length. Shorten it, or let a wrong one say as much.",
                            examined.id()));
                }
                List<Integer> lengths = fromTheLongest(choices);
                for (int index = 0; index < lengths.size(); index++) {
                    if (Collections.frequency(lengths, lengths.get(index)) == 1) {
                        int place = index == lengths.size() - 1 ? SHORTEST : index;
                        chancesAt
                                .computeIfAbsent(place, any -> new ArrayList<>())
                                .add(1.0 / lengths.size());
                        correctAt.merge(place, lengths.get(index) == correct ? 1 : 0, Integer::sum);
                    }
                }
            }
        }
        correctAt.forEach((place, count) -> {
            List<Double> chances = chancesAt.getOrDefault(place, List.of());
            if (Surprise.of(count, chances) > Surprise.BEYOND_CHANCE) {
                findings.add(Finding.warning(
                        NAME,
                        bank.name(),
                        "The %s choice is the correct one in %d of %d questions that have one: whoever guesses it needs no knowledge. Shorten or lengthen some choices, correct or wrong.",
                        nameOf(place),
                        count,
                        chances.size()));
            }
        });
        return findings;
    }

    /** Choices of the same length have no place of their own: whoever goes by length cannot tell them apart. */
    private static List<Integer> fromTheLongest(List<Choice> choices) {
        return choices.stream()
                .map(LongestCorrect::length)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static String nameOf(int place) {
        return switch (place) {
            case 0 -> "longest";
            case 1 -> "second longest";
            case 2 -> "third longest";
            case SHORTEST -> "shortest";
            default -> (place + 1) + "th longest";
        };
    }

    private static int longest(Stream<Choice> choices) {
        return choices.mapToInt(LongestCorrect::length).max().orElse(0);
    }

    private static int length(Choice choice) {
        return choice.text().strip().length();
    }
}
