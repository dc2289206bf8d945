package dev.weakspot.catalog.doctor;

import dev.weakspot.catalog.question.AnswerKey;
import dev.weakspot.catalog.question.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Correct choices that stand at one place more often, or less often, than chance would put them there. */
final class PositionBias implements Check {

    @Override
    public List<Finding> examine(ExaminedBank bank) {
        var chancesAt = new TreeMap<String, List<Double>>();
        var correctAt = new TreeMap<String, Integer>();
        for (ExaminedQuestion examined : bank.questions()) {
            if (examined.question().answer() instanceof AnswerKey.SingleChoice(List<Choice> choices)) {
                for (Choice choice : choices) {
                    chancesAt
                            .computeIfAbsent(choice.id(), any -> new ArrayList<>())
                            .add(1.0 / choices.size());
                    correctAt.merge(choice.id(), choice.isCorrect() ? 1 : 0, Integer::sum);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        correctAt.forEach((letter, count) -> {
            List<Double> chances = chancesAt.getOrDefault(letter, List.of());
            double surprise = Surprise.of(count, chances);
            if (Math.abs(surprise) > Surprise.BEYOND_CHANCE) {
                findings.add(Finding.warning(
                        "position-bias",
                        bank.name(),
                        "The correct choice is %s in %d of %d questions with a single choice, too %s for chance. Move some.",
                        letter,
                        count,
                        chances.size(),
                        surprise > 0 ? "often" : "seldom"));
            }
        });
        return findings;
    }
}
