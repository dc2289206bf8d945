package dev.weakspot.model.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
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
        assertThat(EvenChoice.of(numbers(3), 4)).containsExactly(0, 1, 2);
    }

    @Test
    void whatWasLeftOutComesInLaterRounds() {
        assertThat(EvenChoice.rounds(numbers(10), 4, 0)).containsExactly(0, 2, 5, 7, 1, 3, 6, 8, 4, 9);
        assertThat(EvenChoice.rounds(numbers(10), 4, 8)).containsExactly(8, 0, 3, 5, 9, 1, 4, 6, 2, 7);
        assertThat(EvenChoice.rounds(numbers(3), 4, 1)).containsExactly(1, 2, 0);
    }

    @Test
    void roundsThatNobodyAsksForAreNotLookedAt() {
        List<Integer> lookedAt = new ArrayList<>();
        List<Integer> all = new AbstractList<>() {
            @Override
            public Integer get(int place) {
                lookedAt.add(place);
                return place;
            }

            @Override
            public int size() {
                return 160;
            }
        };

        Iterator<Integer> rounds = EvenChoice.rounds(all, 16, 0).iterator();
        for (int i = 0; i < 16; i++) {
            rounds.next();
        }

        assertThat(lookedAt).hasSize(16);
    }

    @Test
    void anEmptyRoundIsRefused() {
        assertThatThrownBy(() -> EvenChoice.of(numbers(3), 0)).hasMessage("A round has something in it.");
    }

    @Property
    void roundsLeaveNothingOut(
            @ForAll @IntRange(max = 300) int size,
            @ForAll @IntRange(min = 1, max = 40) int perRound,
            @ForAll @IntRange(max = 1000) int turn) {
        assertThat(EvenChoice.rounds(numbers(size), perRound, turn)).containsExactlyInAnyOrderElementsOf(numbers(size));
    }

    @Property
    void aRoundLeavesNoGapThatIsWiderThanItMust(
            @ForAll @IntRange(min = 1, max = 300) int size,
            @ForAll @IntRange(min = 1, max = 40) int perRound,
            @ForAll @IntRange(max = 1000) int turn) {
        TreeSet<Integer> first = new TreeSet<>(
                EvenChoice.rounds(numbers(size), perRound, turn).limit(perRound).toList());

        first.add(first.getFirst() + size);
        for (int place : first.headSet(first.getLast())) {
            assertThat(first.higher(place)).isLessThanOrEqualTo(place + Math.ceilDiv(size, perRound));
        }
    }

    private static List<Integer> numbers(int size) {
        return IntStream.range(0, size).boxed().toList();
    }
}
