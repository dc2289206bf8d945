package dev.weakspot.catalog.doctor;

import dev.weakspot.catalog.question.AnswerKey;
import dev.weakspot.catalog.question.Choice;
import dev.weakspot.catalog.question.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Answers and explanations that several questions share: who has seen one knows the others. A term may be asked from two
 * sides; a whole sentence hardly by chance.
 */
final class SharedAnswers implements Check {

    /** Shorter answers are terms, and a term may be asked from two sides. */
    private static final int WORDS_OF_A_SENTENCE = 5;

    /** Fewer words are alike by chance. */
    private static final int WORDS_OF_A_STATEMENT = 8;

    private static final int TOO_OFTEN = 3;

    /** Measured on our 336 questions: no two answers are closer than 0.51. */
    private static final double NEARLY_THE_SAME = 0.7;

    @Override
    public List<Finding> examine(ExaminedBank bank) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Set<ExaminedQuestion>> answers = new LinkedHashMap<>();
        Map<String, Set<ExaminedQuestion>> explanations = new LinkedHashMap<>();
        for (ExaminedQuestion examined : bank.questions()) {
            for (String answer : answers(examined.question().answer())) {
                add(answers, answer, examined);
            }
            add(explanations, examined.question().explanation(), examined);
        }
        answers.forEach((answer, questions) -> {
            if (questions.size() > 1) {
                findings.add(shared(answer, questions));
            }
        });
        explanations.forEach((explanation, questions) -> {
            if (questions.size() > 1) {
                findings.add(Finding.warning(
                        "shared-answer",
                        last(questions).lines().of("explanation"),
                        "%s have the same explanation. Say for each what its answer turns on.",
                        names(questions)));
            }
        });
        findings.addAll(nearlyShared(bank.questions()));
        return findings;
    }

    private static List<Finding> nearlyShared(List<ExaminedQuestion> questions) {
        List<String> answers = questions.stream()
                .map(ExaminedQuestion::answered)
                .map(answer -> Words.of(answer).size() < WORDS_OF_A_STATEMENT ? "" : answer)
                .toList();
        var likeness = new Likeness(answers);
        List<Finding> findings = new ArrayList<>();
        for (int later = 0; later < questions.size(); later++) {
            ExaminedQuestion examined = questions.get(later);
            for (Map.Entry<Integer, Double> pair : new TreeMap<>(likeness.earlierLike(later)).entrySet()) {
                boolean isCopy = answers.get(pair.getKey()).equals(answers.get(later));
                if (pair.getValue() >= NEARLY_THE_SAME && !isCopy) {
                    findings.add(Finding.warning(
                            "shared-answer",
                            examined.lines().of("answer"),
                            "%s is answered nearly as %s is, similarity %.2f. Let each answer turn on something else.",
                            examined.id(),
                            questions.get(pair.getKey()).id(),
                            pair.getValue()));
                }
            }
        }
        return findings;
    }

    private static Finding shared(String answer, Set<ExaminedQuestion> questions) {
        boolean isSentence = answer.split(" ").length >= WORDS_OF_A_SENTENCE;
        return new Finding(
                isSentence || questions.size() >= TOO_OFTEN ? Severity.WARNING : Severity.NOTE,
                "shared-answer",
                last(questions).lines().of("answer"),
                names(questions) + " share the answer \"" + shortened(answer)
                        + "\". Whoever has seen one knows the others: ask for something else.");
    }

    private static List<String> answers(AnswerKey key) {
        return switch (key) {
            case AnswerKey.SingleChoice single -> List.of(correct(single.choices()));
            case AnswerKey.MultipleChoice multiple -> List.of(correct(multiple.choices()));
            case AnswerKey.ShortText term -> term.accepted();
            // What a program prints says nothing about how hard it is to find out.
            case AnswerKey.CodeOutput _ -> List.of();
            case AnswerKey.Ordering ordering ->
                List.of(ordering.items().stream().map(Item::text).collect(Collectors.joining(" ")));
            case AnswerKey.Rubric rubric -> List.of(rubric.modelAnswer());
        };
    }

    private static String correct(List<Choice> choices) {
        return choices.stream()
                .filter(Choice::isCorrect)
                .map(Choice::text)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static void add(Map<String, Set<ExaminedQuestion>> byText, String text, ExaminedQuestion examined) {
        String normalised = text.toLowerCase(Locale.ROOT)
                .replaceAll("[`'\"()]", "")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceFirst("\\.$", "");
        if (!normalised.isEmpty()) {
            byText.computeIfAbsent(normalised, any -> new LinkedHashSet<>()).add(examined);
        }
    }

    private static ExaminedQuestion last(Set<ExaminedQuestion> questions) {
        return List.copyOf(questions).getLast();
    }

    private static String names(Set<ExaminedQuestion> questions) {
        return questions.stream().map(examined -> examined.id().value()).collect(Collectors.joining(", "));
    }

    private static String shortened(String answer) {
        return answer.length() <= 60 ? answer : answer.substring(0, 59) + "…";
    }
}
