package dev.weakspot.catalog.bank;

import static java.util.Map.Entry.comparingByValue;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.catalog.question.QuestionId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShownOrderTest {

    private static final List<String> FOUR = List.of("plan", "write", "test", "ship");
    private static final List<String> EIGHT = List.of("one", "two", "three", "four", "five", "six", "seven", "eight");

    /** Published versions rely on these for ever. */
    @Test
    void theSameVersionIsAlwaysShuffledAlike() {
        assertThat(places("list-append", 3, FOUR)).containsExactly(1, 2, 0, 3);
        assertThat(places("list-append", 4, FOUR)).containsExactly(2, 0, 3, 1);
        assertThat(places("request-cycle", 1, EIGHT)).containsExactly(6, 3, 7, 2, 1, 4, 5, 0);
    }

    @Property
    void everyItemIsShownOnceAndNoneAreNearlySolved(
            @ForAll @IntRange(min = 1) int version, @ForAll @IntRange(min = 2, max = 8) int size) {
        List<Integer> places = places("any", version, EIGHT.subList(0, size));

        List<Integer> inOrder = IntStream.range(0, size).boxed().toList();
        assertThat(places).containsExactlyInAnyOrderElementsOf(inOrder);
        assertThat(4 * inversions(places)).isGreaterThanOrEqualTo(size * (size - 1) / 2);
    }

    /** Or what is shown would tell which order is right. */
    @Property(tries = 100)
    void whicheverOrderIsRightTheSameIsShownUnlessThatIsNearlyIt(@ForAll @IntRange(min = 1) int version) {
        List<List<String>> rightOrders = permutations(FOUR).toList();

        Map<List<String>, Long> shown =
                rightOrders.stream().collect(groupingBy(right -> shown("any", version, right), counting()));

        List<String> mostly =
                Collections.max(shown.entrySet(), comparingByValue()).getKey();
        assertThat(rightOrders).allSatisfy(right -> assertThat(
                        shown("any", version, right).equals(mostly))
                .isEqualTo(4 * inversions(right.stream().map(mostly::indexOf).toList()) >= 6));
    }

    /** A learner knows all but the explanation, and could draw again with any. */
    @Test
    void whatIsToldBeforeTheAnswerDoesNotTellTheDraw() {
        Set<List<Integer>> drawn = Stream.of("one", "two", "three", "four")
                .map(explanation -> new ShownOrder(QuestionId.of("any"), 1, explanation).placesOf(EIGHT))
                .collect(toSet());

        assertThat(drawn).hasSize(4);
    }

    @Test
    void equalTextsAreShuffledToo() {
        assertThat(places("any", 1, List.of("same", "same", "same"))).containsExactly(2, 1, 0);
    }

    private static long inversions(List<Integer> places) {
        return IntStream.range(0, places.size())
                .mapToLong(first -> places.stream()
                        .skip(first)
                        .filter(later -> later < places.get(first))
                        .count())
                .sum();
    }

    private static Stream<List<String>> permutations(List<String> texts) {
        if (texts.isEmpty()) {
            return Stream.of(List.of());
        }
        return texts.stream().flatMap(first -> permutations(
                        texts.stream().filter(text -> !text.equals(first)).toList())
                .map(rest -> Stream.concat(Stream.of(first), rest.stream()).toList()));
    }

    private static List<String> shown(String id, int version, List<String> right) {
        List<Integer> places = places(id, version, right);
        return IntStream.range(0, right.size())
                .mapToObj(place -> right.get(places.indexOf(place)))
                .toList();
    }

    private static List<Integer> places(String id, int version, List<String> texts) {
        return new ShownOrder(QuestionId.of(id), version, "Because.").placesOf(texts);
    }
}
