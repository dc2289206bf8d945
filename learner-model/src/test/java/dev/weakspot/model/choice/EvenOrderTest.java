package dev.weakspot.model.choice;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvenOrderTest {

    @ParameterizedTest
    @CsvSource({"0, ''", "1, 0", "2, 0 1", "3, 0 2 1", "5, 0 4 2 1 3", "8, 0 4 2 6 1 5 3 7"})
    void beginsWithWhatLiesFarApart(int size, String order) {
        assertThat(EvenOrder.of(numbers(size)).stream().map(String::valueOf).collect(joining(" ")))
                .isEqualTo(order);
    }

    @Property
    void leavesNothingOut(@ForAll @IntRange(max = 300) int size) {
        assertThat(EvenOrder.of(numbers(size))).containsExactlyInAnyOrderElementsOf(numbers(size));
    }

    /** Nowhere is there a gap of more than four times what an even spacing would leave. */
    @Property
    void everyStretchHasSomethingFromEverywhere(
            @ForAll @IntRange(min = 1, max = 300) int size,
            @ForAll @IntRange(max = 300) int before,
            @ForAll @IntRange(min = 1, max = 300) int most) {
        List<Integer> order = EvenOrder.of(numbers(size));
        int from = before % size;
        List<Integer> stretch = new ArrayList<>(order.subList(from, Math.min(size, from + most)));
        int length = stretch.size();
        stretch.addAll(List.of(-1, size));
        stretch.sort(null);

        for (int i = 1; i < stretch.size(); i++) {
            assertThat(stretch.get(i) - stretch.get(i - 1)).isLessThanOrEqualTo(4 * Math.ceilDiv(size, length));
        }
    }

    private static List<Integer> numbers(int size) {
        return IntStream.range(0, size).boxed().toList();
    }
}
