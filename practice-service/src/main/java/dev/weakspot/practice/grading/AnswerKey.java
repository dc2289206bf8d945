package dev.weakspot.practice.grading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a right answer to a question is. Immutable, and grading is pure: the same answer always gets the same grade. */
public sealed interface AnswerKey {

    /** Holds the answer against this key. */
    Outcome grade(Answer answer);

    /** One of the things to choose from. */
    record Choice(String id, String text, boolean correct, String why) {}

    /** One of the things to put in order. */
    record Item(String id, String text, String why) {}

    /** One of the things a self-graded answer should have. */
    record Criterion(String name, String text, int weight) {
        public Criterion {
            if (weight < 1) {
                throw new IllegalArgumentException("The weight of criterion " + name + " must be at least 1");
            }
        }
    }

    /** Exactly one choice is right. */
    record SingleChoice(List<Choice> choices) implements AnswerKey {
        public SingleChoice {
            choices = List.copyOf(choices);
            if (choices.stream().filter(Choice::correct).count() != 1) {
                throw new IllegalArgumentException("Exactly one choice is right");
            }
        }

        @Override
        public Outcome grade(Answer answer) {
            if (!(answer instanceof Answer.SingleChoice single)) {
                return wrongShape("single-choice");
            }
            Set<String> taken = Set.of(single.choice());
            Optional<Misfit> stranger = strangers(taken, choices, Choice::id, "choice");
            if (stranger.isPresent()) {
                return stranger.get();
            }
            boolean right = choices.stream().anyMatch(choice -> choice.correct() && taken.contains(choice.id()));
            return new Grade(right ? 1 : 0, GradedBy.ANSWER_KEY, remarks(choices));
        }
    }

    /**
     * One or more choices are right. Each right one taken earns its share and each wrong one taken costs a share, so that
     * taking everything earns nothing.
     */
    record MultipleChoice(List<Choice> choices) implements AnswerKey {
        public MultipleChoice {
            choices = List.copyOf(choices);
            if (choices.stream().noneMatch(Choice::correct)) {
                throw new IllegalArgumentException("At least one choice is right");
            }
        }

        @Override
        public Outcome grade(Answer answer) {
            if (!(answer instanceof Answer.MultipleChoice(Set<String> taken))) {
                return wrongShape("multiple-choice");
            }
            Optional<Misfit> stranger = strangers(taken, choices, Choice::id, "choice");
            if (stranger.isPresent()) {
                return stranger.get();
            }
            long right = choices.stream().filter(Choice::correct).count();
            long hits = choices.stream()
                    .filter(choice -> choice.correct() && taken.contains(choice.id()))
                    .count();
            long misses = taken.size() - hits;
            double score = Math.max(0, hits - misses) / (double) right;
            return new Grade(score, GradedBy.ANSWER_KEY, remarks(choices));
        }
    }

    /** A term: any of the accepted ones, compared as {@link Term} compares. */
    record ShortText(List<String> accepted, String why) implements AnswerKey {
        public ShortText {
            accepted = List.copyOf(accepted);
            if (accepted.isEmpty()) {
                throw new IllegalArgumentException("At least one term is accepted");
            }
        }

        @Override
        public Outcome grade(Answer answer) {
            if (!(answer instanceof Answer.ShortText(String text))) {
                return wrongShape("short-text");
            }
            boolean right = accepted.stream().map(Term::new).anyMatch(new Term(text)::equals);
            var remark = new Remark("answer", right, why);
            return new Grade(
                    right ? 1 : 0,
                    GradedBy.ANSWER_KEY,
                    right ? List.of(remark) : List.of(remark, new Remark("accepted", true, accepted.getFirst())));
        }
    }

    /** What a program prints, line by line; blanks at line ends and empty lines at the end do not count. */
    record CodeOutput(String prints) implements AnswerKey {
        @Override
        public Outcome grade(Answer answer) {
            if (!(answer instanceof Answer.CodeOutput(String text))) {
                return wrongShape("code-output");
            }
            List<String> expected = lines(prints);
            List<String> given = lines(text);
            List<Remark> remarks = new ArrayList<>();
            for (int line = 0; line < expected.size(); line++) {
                boolean right = line < given.size() && given.get(line).equals(expected.get(line));
                remarks.add(new Remark("line " + (line + 1), right, expected.get(line)));
            }
            return new Grade(given.equals(expected) ? 1 : 0, GradedBy.ANSWER_KEY, remarks);
        }

        private static List<String> lines(String text) {
            return text.stripTrailing().lines().map(String::stripTrailing).toList();
        }
    }

    /**
     * Things to put in order. The score falls with the pairs that stand the wrong way round, as Kendall's tau does: 1 when
     * none does, 0 from half of them on. An order at random earns 0.28 of three things, 0.19 of four, 0.16, 0.14, 0.13, and
     * 0.12 of eight on average, because nothing is below 0.
     *
     * @param items in the right order
     */
    record Ordering(List<Item> items) implements AnswerKey {
        public Ordering {
            items = List.copyOf(items);
            if (items.size() < 2 || items.stream().map(Item::id).distinct().count() < items.size()) {
                throw new IllegalArgumentException("There are at least two things to order, each under its own id");
            }
        }

        @Override
        public Outcome grade(Answer answer) {
            if (!(answer instanceof Answer.Ordering(List<String> order))) {
                return wrongShape("ordering");
            }
            // Sorted: a refusal that named them in the key's order would be the answer.
            List<String> letters = items.stream().map(Item::id).sorted().toList();
            Optional<Misfit> stranger = strangers(Set.copyOf(order), letters, letter -> letter, "item");
            if (stranger.isPresent()) {
                return stranger.get();
            }
            if (order.size() != items.size() || Set.copyOf(order).size() != items.size()) {
                return new Misfit("Each item is named once: " + String.join(", ", letters));
            }
            List<Remark> remarks = new ArrayList<>();
            for (int place = 0; place < items.size(); place++) {
                Item item = items.get(place);
                remarks.add(new Remark(item.id(), order.get(place).equals(item.id()), item.why()));
            }
            return new Grade(score(order), GradedBy.ANSWER_KEY, remarks);
        }

        private double score(List<String> order) {
            int pairs = items.size() * (items.size() - 1) / 2;
            int wrong = 0;
            for (int first = 0; first < items.size(); first++) {
                for (int second = first + 1; second < items.size(); second++) {
                    if (order.indexOf(items.get(first).id())
                            > order.indexOf(items.get(second).id())) {
                        wrong++;
                    }
                }
            }
            return Math.max(0, pairs - 2 * wrong) / (double) pairs;
        }
    }

    /** A spoken or written answer that the learner holds against criteria; the score is the weight of those met. */
    record Rubric(List<String> outline, String modelAnswer, List<Criterion> criteria) implements AnswerKey {
        public Rubric {
            outline = List.copyOf(outline);
            criteria = List.copyOf(criteria);
            if (criteria.isEmpty()) {
                throw new IllegalArgumentException("A rubric has at least one criterion");
            }
        }

        @Override
        public Outcome grade(Answer answer) {
            if (!(answer instanceof Answer.Rubric(Set<String> met))) {
                return wrongShape("rubric");
            }
            Optional<Misfit> stranger = strangers(met, criteria, Criterion::name, "criterion");
            if (stranger.isPresent()) {
                return stranger.get();
            }
            int total = criteria.stream().mapToInt(Criterion::weight).sum();
            int earned = criteria.stream()
                    .filter(criterion -> met.contains(criterion.name()))
                    .mapToInt(Criterion::weight)
                    .sum();
            List<Remark> remarks = criteria.stream()
                    .map(criterion -> new Remark(criterion.name(), met.contains(criterion.name()), criterion.text()))
                    .toList();
            return new Grade(earned / (double) total, GradedBy.LEARNER, remarks);
        }
    }

    private static Misfit wrongShape(String asked) {
        return new Misfit("The question asks for an answer of type " + asked);
    }

    private static <T> Optional<Misfit> strangers(
            Set<String> given, List<T> known, Function<T, String> name, String noun) {
        Set<String> names = known.stream().map(name).collect(Collectors.toCollection(LinkedHashSet::new));
        return given.stream()
                .filter(each -> !names.contains(each))
                .sorted()
                .findFirst()
                .map(stranger -> new Misfit("The question has no %s \"%s\": it has %s"
                        .formatted(noun, stranger, String.join(", ", names))));
    }

    private static List<Remark> remarks(List<Choice> choices) {
        return choices.stream()
                .map(choice -> new Remark(choice.id(), choice.correct(), choice.why()))
                .toList();
    }
}
