package dev.weakspot.practice.grading;

import java.util.List;
import java.util.Set;

/** What a learner answered, in one of the shapes an {@link AnswerKey} asks for. Immutable; equal answers say the same. */
public sealed interface Answer {

    /** The one choice taken, by its letter. */
    record SingleChoice(String choice) implements Answer {}

    /** All choices taken, by their letters; none is an answer, too. */
    record MultipleChoice(Set<String> choices) implements Answer {
        public MultipleChoice {
            choices = Set.copyOf(choices);
        }
    }

    /** A term or a short phrase. */
    record ShortText(String text) implements Answer {}

    /** What the program is said to print. */
    record CodeOutput(String text) implements Answer {}

    /** All items, by their letters, in the order that the learner gave them. */
    record Ordering(List<String> order) implements Answer {
        public Ordering {
            order = List.copyOf(order);
        }
    }

    /** The criteria that the learner finds met in what they said, by name. */
    record Rubric(Set<String> met) implements Answer {
        public Rubric {
            met = Set.copyOf(met);
        }
    }
}
