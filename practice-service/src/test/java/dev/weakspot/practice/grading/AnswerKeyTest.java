package dev.weakspot.practice.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.weakspot.practice.grading.AnswerKey.Choice;
import dev.weakspot.practice.grading.AnswerKey.Criterion;
import dev.weakspot.practice.grading.AnswerKey.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerKeyTest {

    private static final AnswerKey LAZINESS = new AnswerKey.SingleChoice(
            List.of(new Choice("a", "At once", false, "No."), new Choice("b", "When iterated", true, "Yes.")));

    /** a, c and d are right; b and e are wrong. */
    private static final AnswerKey EVALUATORS = new AnswerKey.MultipleChoice(List.of(
            new Choice("a", "list()", true, ""),
            new Choice("b", "filter()", false, ""),
            new Choice("c", "len()", true, ""),
            new Choice("d", "bool()", true, ""),
            new Choice("e", "all()", false, "")));

    private static final AnswerKey JOIN = new AnswerKey.ShortText(List.of("select_related", "Straße"), "It joins.");

    private static final AnswerKey SPENT = new AnswerKey.CodeOutput("3 0\ndone\n");

    /** c, a, d, b is right. */
    private static final AnswerKey LIFE = new AnswerKey.Ordering(List.of(
            new Item("c", "filter()", "Sends nothing."),
            new Item("a", "first row", "Evaluates."),
            new Item("d", "SELECT", ""),
            new Item("b", "second loop", "")));

    private static final AnswerKey N_PLUS_ONE = new AnswerKey.Rubric(
            List.of("list", "rows"),
            "One query per row …",
            List.of(
                    new Criterion("definition", "Says what", 2),
                    new Criterion("why", "Says why", 1),
                    new Criterion("example", "Names one", 1)));

    @Test
    void aWrongTermHearsOneThatIsRight() {
        assertThat(JOIN.grade(new Answer.ShortText("prefetch")))
                .isEqualTo(new Grade(
                        0,
                        GradedBy.ANSWER_KEY,
                        List.of(
                                new Remark("answer", false, "It joins."),
                                new Remark("accepted", true, "select_related"))));
        assertThat(JOIN.grade(new Answer.ShortText("Straße")))
                .isEqualTo(new Grade(1, GradedBy.ANSWER_KEY, List.of(new Remark("answer", true, "It joins."))));
    }

    @Test
    void theRightChoiceIsWorthOneAndEachChoiceSaysWhy() {
        Outcome outcome = LAZINESS.grade(new Answer.SingleChoice("b"));

        assertThat(outcome)
                .isEqualTo(new Grade(
                        1, GradedBy.ANSWER_KEY, List.of(new Remark("a", false, "No."), new Remark("b", true, "Yes."))));
    }

    @Test
    void aWrongChoiceIsWorthNothing() {
        assertThat(score(LAZINESS, new Answer.SingleChoice("a"))).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "acd, 1",
                "ac, 0.6666666666666666",
                "a, 0.3333333333333333",
                "-, 0",
                "ab, 0",
                "acdb, 0.6666666666666666",
                "abcde, 0.3333333333333333",
                "be, 0"
            })
    void eachWrongChoiceCostsWhatARightOneEarns(String letters, double score) {
        assertThat(score(EVALUATORS, new Answer.MultipleChoice(letters(letters))))
                .isEqualTo(score, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            select_related      | 1
            ~  Select_Related ~ | 1
            `select_related`    | 1
            "select_related".   | 1
            ｓelect_related      | 1
            STRASSE             | 0
            STRAßE              | 1
            selectrelated       | 0
            prefetch_related    | 0
            .                   | 0
            """)
    void aTermIsComparedForWhatItSays(String text, double score) {
        assertThat(score(JOIN, new Answer.ShortText(text))).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 0\\ndone       | 1
            3 0  \\r\\ndone\\n\\n | 1
            3 0\\nDone       | 0
            3 0             | 0
            3 0\\ndone\\nmore | 0
            """)
    void outputIsComparedLineByLine(String text, double score) {
        String output = text.replace("\\r", "\r").replace("\\n", "\n");

        assertThat(score(SPENT, new Answer.CodeOutput(output))).isEqualTo(score);
    }

    @Test
    void outputSaysWhichLineIsRight() {
        Outcome outcome = SPENT.grade(new Answer.CodeOutput("3 3\ndone"));

        assertThat(outcome)
                .isEqualTo(new Grade(
                        0,
                        GradedBy.ANSWER_KEY,
                        List.of(new Remark("line 1", false, "3 0"), new Remark("line 2", true, "done"))));
    }

    @ParameterizedTest
    @CsvSource({"cadb, 1", "acdb, 0.6666666666666666", "cbad, 0.3333333333333333", "abcd, 0", "bdac, 0"})
    void anOrderIsWorthLessWithEachPairThatStandsTheWrongWayRound(String letters, double score) {
        assertThat(score(LIFE, new Answer.Ordering(List.of(letters.split(""))))).isEqualTo(score, within(1e-12));
    }

    /** As the authors of questions are told. */
    @ParameterizedTest
    @CsvSource({"3, 0.28", "4, 0.19", "5, 0.16", "6, 0.14", "7, 0.13"})
    void anOrderAtRandomEarnsALittleOnAverage(int size, double average) {
        List<String> letters = List.of("abcdefg".substring(0, size).split(""));
        var key = new AnswerKey.Ordering(
                letters.stream().map(letter -> new Item(letter, letter, "")).toList());

        double mean = permutations(letters)
                .mapToDouble(order -> score(key, new Answer.Ordering(order)))
                .average()
                .orElseThrow();

        assertThat(mean).isEqualTo(average, within(0.005));
    }

    @Test
    void anOrderIsExplainedInTheRightOrder() {
        Outcome outcome = LIFE.grade(new Answer.Ordering(List.of("a", "c", "d", "b")));

        assertThat(((Grade) outcome).isCorrect()).isFalse();
        assertThat(((Grade) outcome).remarks())
                .containsExactly(
                        new Remark("c", false, "Sends nothing."),
                        new Remark("a", false, "Evaluates."),
                        new Remark("d", true, ""),
                        new Remark("b", true, ""));
    }

    @Test
    void anOrderThatIsNotOneOfAllItemsDoesNotFit() {
        assertThat(LIFE.grade(new Answer.Ordering(List.of("c", "a", "d"))))
                .isEqualTo(new Misfit("Each item is named once: a, b, c, d"));
        assertThat(LIFE.grade(new Answer.Ordering(List.of("c", "a", "d", "b", "b"))))
                .isEqualTo(new Misfit("Each item is named once: a, b, c, d"));
        assertThat(LIFE.grade(new Answer.Ordering(List.of("c", "a", "d", "d"))))
                .isEqualTo(new Misfit("Each item is named once: a, b, c, d"));
        assertThat(LIFE.grade(new Answer.Ordering(List.of("c", "a", "d", "z"))))
                .isEqualTo(new Misfit("The question has no item \"z\": it has a, b, c, d"));
    }

    @Test
    void aRubricIsWorthTheWeightOfWhatIsMet() {
        assertThat(N_PLUS_ONE.grade(new Answer.Rubric(Set.of("definition", "example"))))
                .isEqualTo(new Grade(
                        0.75,
                        GradedBy.LEARNER,
                        List.of(
                                new Remark("definition", true, "Says what"),
                                new Remark("why", false, "Says why"),
                                new Remark("example", true, "Names one"))));
    }

    @Test
    void anAnswerOfAnotherShapeDoesNotFit() {
        assertThat(LAZINESS.grade(new Answer.ShortText("b")))
                .isEqualTo(new Misfit("The question asks for an answer of type single-choice"));
        assertThat(EVALUATORS.grade(new Answer.SingleChoice("a")))
                .isEqualTo(new Misfit("The question asks for an answer of type multiple-choice"));
        assertThat(JOIN.grade(new Answer.CodeOutput("x")))
                .isEqualTo(new Misfit("The question asks for an answer of type short-text"));
        assertThat(SPENT.grade(new Answer.ShortText("x")))
                .isEqualTo(new Misfit("The question asks for an answer of type code-output"));
        assertThat(LIFE.grade(new Answer.MultipleChoice(Set.of("a"))))
                .isEqualTo(new Misfit("The question asks for an answer of type ordering"));
        assertThat(N_PLUS_ONE.grade(new Answer.MultipleChoice(Set.of())))
                .isEqualTo(new Misfit("The question asks for an answer of type rubric"));
    }

    @Test
    void aStrangersNameDoesNotFit() {
        assertThat(LAZINESS.grade(new Answer.SingleChoice("z")))
                .isEqualTo(new Misfit("The question has no choice \"z\": it has a, b"));
        assertThat(N_PLUS_ONE.grade(new Answer.Rubric(Set.of("why", "charm"))))
                .isEqualTo(new Misfit("The question has no criterion \"charm\": it has definition, why, example"));
    }

    @Test
    void aKeyWithoutARightAnswerCannotExist() {
        List<Choice> nothingRight = List.of(new Choice("a", "", false, ""));
        List<Choice> twoRight = List.of(new Choice("a", "", true, ""), new Choice("b", "", true, ""));

        assertThatIllegalArgumentException().isThrownBy(() -> new AnswerKey.SingleChoice(nothingRight));
        assertThatIllegalArgumentException().isThrownBy(() -> new AnswerKey.SingleChoice(twoRight));
        assertThatIllegalArgumentException().isThrownBy(() -> new AnswerKey.MultipleChoice(nothingRight));
        assertThatIllegalArgumentException().isThrownBy(() -> new AnswerKey.ShortText(List.of(), ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnswerKey.Ordering(List.of(new Item("a", "", ""), new Item("a", "", ""))));
        assertThatIllegalArgumentException().isThrownBy(() -> new AnswerKey.Rubric(List.of(), "", List.of()));
    }

    @Property
    void takingOneMoreRightChoiceNeverCosts(
            @ForAll @Size(max = 5) Set<@CharRange(from = 'a', to = 'e') Character> taken) {
        Set<String> letters = new HashSet<>();
        taken.forEach(letter -> letters.add(letter.toString()));
        double before = score(EVALUATORS, new Answer.MultipleChoice(letters));
        letters.add("c");

        double after = score(EVALUATORS, new Answer.MultipleChoice(letters));

        assertThat(after).isGreaterThanOrEqualTo(before).isBetween(0.0, 1.0);
    }

    @Property
    void swappingTwoNeighboursIntoTheRightOrderNeverCosts(
            @ForAll("orders") List<String> order, @ForAll @IntRange(max = 2) int at) {
        List<String> right = List.of("c", "a", "d", "b");
        List<String> better = new ArrayList<>(order);
        better.subList(at, at + 2).sort(Comparator.comparingInt(right::indexOf));

        double after = score(LIFE, new Answer.Ordering(better));

        assertThat(after)
                .isGreaterThanOrEqualTo(score(LIFE, new Answer.Ordering(order)))
                .isBetween(0.0, 1.0);
        assertThat(after < 1).isNotEqualTo(better.equals(right));
    }

    @Provide
    Arbitrary<List<String>> orders() {
        return Arbitraries.shuffle("a", "b", "c", "d");
    }

    @Property
    void anAcceptedTermIsRightHoweverItIsQuotedOrSpaced(
            @ForAll("blanks") String before, @ForAll("blanks") String after) {
        assertThat(score(JOIN, new Answer.ShortText(before + "`SELECT_RELATED`" + after)))
                .isEqualTo(1);
    }

    @Provide
    Arbitrary<String> blanks() {
        return Arbitraries.strings().withChars(" \t\n").ofMaxLength(4);
    }

    private static double score(AnswerKey key, Answer answer) {
        return switch (key.grade(answer)) {
            case Grade grade -> grade.score();
            case Misfit misfit -> throw new AssertionError(misfit.reason());
        };
    }

    private static Stream<List<String>> permutations(List<String> letters) {
        if (letters.isEmpty()) {
            return Stream.of(List.of());
        }
        return letters.stream().flatMap(first -> permutations(
                        letters.stream().filter(letter -> !letter.equals(first)).toList())
                .map(rest -> Stream.concat(Stream.of(first), rest.stream()).toList()));
    }

    private static Set<String> letters(@Nullable String letters) {
        return letters == null ? Set.of() : Set.of(letters.split(""));
    }
}
