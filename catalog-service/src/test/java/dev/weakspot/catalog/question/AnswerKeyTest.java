package dev.weakspot.catalog.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerKeyTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aKeyThatMakesNoSenseCannotExist(String reason, Runnable key) {
        assertThatIllegalArgumentException().isThrownBy(key::run).withMessage(reason);
    }

    static Stream<Arguments> aKeyThatMakesNoSenseCannotExist() {
        return Stream.of(
                bad("no choice is correct", () -> new AnswerKey.SingleChoice(List.of(wrong("a"), wrong("b")))),
                bad(
                        "2 choices are correct, a single choice has one",
                        () -> new AnswerKey.SingleChoice(List.of(right("a"), right("b"), wrong("c")))),
                bad("two choices have the same id", () -> new AnswerKey.SingleChoice(List.of(right("a"), wrong("a")))),
                bad(
                        "two choices have the same text",
                        () -> new AnswerKey.SingleChoice(
                                List.of(new Choice("a", "same", true, ""), new Choice("b", "same", false, "")))),
                bad("no choice is correct", () -> new AnswerKey.MultipleChoice(List.of(wrong("a"), wrong("b")))),
                bad("every choice is correct", () -> new AnswerKey.MultipleChoice(List.of(right("a"), right("b")))),
                bad(
                        "two choices have the same id",
                        () -> new AnswerKey.MultipleChoice(List.of(right("a"), wrong("a")))),
                bad(
                        "an accepted answer is listed twice",
                        () -> new AnswerKey.ShortText(List.of("append", "append"), "")),
                bad(
                        "two items have the same id",
                        () -> new AnswerKey.Ordering(List.of(item("b"), item("b"), item("a")))),
                bad(
                        "two items have the same text",
                        () -> new AnswerKey.Ordering(List.of(new Item("b", "same", ""), new Item("a", "same", "")))),
                bad(
                        "the ids are in the right order, in which the items would be shown",
                        () -> new AnswerKey.Ordering(List.of(item("a"), item("c"), item("d")))),
                bad(
                        "two criteria have the same name",
                        () -> new AnswerKey.Rubric(
                                List.of(),
                                "because",
                                List.of(new Criterion("why", "one", 1), new Criterion("why", "two", 1)))));
    }

    @Test
    void itemsAreShownInTheOrderOfTheirLetters() {
        var key = new AnswerKey.Ordering(List.of(item("c"), item("a"), item("b")));

        assertThat(key.shown()).extracting(Item::id).containsExactly("a", "b", "c");
    }

    @Test
    void aKeyKeepsItsOwnCopy() {
        List<String> accepted = new ArrayList<>(List.of("append"));
        var key = new AnswerKey.ShortText(accepted, "");

        accepted.add("extend");

        assertThat(key.accepted()).containsExactly("append");
    }

    private static Arguments bad(String reason, Runnable key) {
        return Arguments.of(reason, key);
    }

    private static Choice right(String id) {
        return new Choice(id, "text of " + id + " that is right", true, "");
    }

    private static Item item(String id) {
        return new Item(id, "text of " + id, "");
    }

    private static Choice wrong(String id) {
        return new Choice(id, "text of " + id, false, "");
    }
}
