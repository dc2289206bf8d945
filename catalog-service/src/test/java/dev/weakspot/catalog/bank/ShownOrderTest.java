package dev.weakspot.catalog.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.catalog.question.QuestionId;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShownOrderTest {

    /** Published versions rely on these for ever. */
    @Test
    void theSameVersionIsAlwaysShuffledAlike() {
        assertThat(places("list-append", 3, 4)).containsExactly(1, 0, 3, 2);
        assertThat(places("list-append", 4, 4)).containsExactly(1, 3, 2, 0);
        assertThat(places("request-cycle", 1, 8)).containsExactly(5, 7, 2, 6, 4, 0, 1, 3);
    }

    @Property
    void everyItemIsShownOnceAndNoneAreNearlySolved(
            @ForAll @IntRange(min = 1) int version, @ForAll @IntRange(min = 2, max = 8) int size) {
        List<Integer> places = places("any", version, size);

        List<Integer> inOrder = IntStream.range(0, size).boxed().toList();
        assertThat(places).containsExactlyInAnyOrderElementsOf(inOrder);
        assertThat(4 * inversions(places)).isGreaterThanOrEqualTo(size * (size - 1) / 2);
    }

    private static long inversions(List<Integer> places) {
        return IntStream.range(0, places.size())
                .mapToLong(first -> places.stream()
                        .skip(first)
                        .filter(later -> later < places.get(first))
                        .count())
                .sum();
    }

    private static List<Integer> places(String id, int version, int size) {
        return new ShownOrder(QuestionId.of(id), version).placesOf(size);
    }
}
