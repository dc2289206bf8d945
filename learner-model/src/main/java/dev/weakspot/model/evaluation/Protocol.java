package dev.weakspot.model.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In which order answers come, which of them count, and what may be learned from those. */
public sealed interface Protocol {

    /** Every answer counts: predicted first, then learned, in the order of the data set. */
    record Prequential() implements Protocol {}

    /**
     * The answers of one split count, learner by learner, after all others have been learned.
     *
     * @param isFrozen whether nothing is learned from them but about their own learner
     */
    record Split(String label, boolean isFrozen) implements Protocol {}

    /** What comes when. */
    default List<Step> steps(List<Answer> answers) {
        return switch (this) {
            case Prequential _ ->
                answers.stream().map(answer -> new Step(answer, true, false)).toList();
            case Split(String label, boolean isFrozen) -> {
                List<Step> steps = new ArrayList<>(answers.size());
                Map<Integer, List<Answer>> counted = new LinkedHashMap<>();
                for (Answer answer : answers) {
                    if (answer.split().equals(label)) {
                        counted.computeIfAbsent(answer.learner(), _ -> new ArrayList<>())
                                .add(answer);
                    } else {
                        steps.add(new Step(answer, false, false));
                    }
                }
                counted.values()
                        .forEach(learner -> learner.forEach(answer -> steps.add(new Step(answer, true, isFrozen))));
                yield steps;
            }
        };
    }

    /**
     * One answer in its turn.
     *
     * @param counts whether its prediction is part of the result
     * @param isFrozen whether only its learner may be learned about
     */
    record Step(Answer answer, boolean counts, boolean isFrozen) {

        double take(Contender contender) {
            return isFrozen ? contender.follow(answer) : contender.learn(answer);
        }
    }
}
