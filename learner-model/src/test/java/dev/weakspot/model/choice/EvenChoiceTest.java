package dev.weakspot.model.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EvenChoiceTest {

    @Test
    void isOfEverySoManyth() {
        assertThat(EvenChoice.of(numbers(10), 4)).containsExactly(0, 2, 5, 7);
        assertThat(EvenChoice.of(numbers(10), 4, 1)).containsExactly(1, 3, 6, 8);
        assertThat(EvenChoice.of(numbers(10), 4, 8)).containsExactly(8, 0, 3, 5);
        assertThat(EvenChoice.of(numbers(3), 4, 1)).containsExactly(0, 1, 2);
    }

    @Property
    void leavesNoGapThatIsWiderThanItMust(
            @ForAll @IntRange(min = 1, max = 300) int size,
            @ForAll @IntRange(min = 1, max = 40) int most,
            @ForAll @IntRange(max = 1000) int turn) {
        TreeSet<Integer> chosen = new TreeSet<>(EvenChoice.of(numbers(size), most, turn));

        assertThat(chosen).hasSize(Math.min(size, most));
        chosen.add(chosen.getFirst() + size);
        for (int place : chosen.headSet(chosen.getLast())) {
            assertThat(chosen.higher(place)).isLessThanOrEqualTo(place + Math.ceilDiv(size, most));
        }
    }

    @Property
    void inTheEndEverythingHasItsTurn(
            @ForAll @IntRange(min = 1, max = 300) int size, @ForAll @IntRange(min = 1, max = 40) int most) {
        assertThat(IntStream.range(0, Math.ceilDiv(size, most))
                        .boxed()
                        .flatMap(turn -> EvenChoice.of(numbers(size), most, turn).stream()))
                .containsAll(numbers(size));
    }

    private static List<Integer> numbers(int size) {
        return IntStream.range(0, size).boxed().toList();
    }
}
