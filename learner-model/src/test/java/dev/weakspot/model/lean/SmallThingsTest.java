package dev.weakspot.model.lean;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weakspot.model.StableHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parts are made of. */
class SmallThingsTest {

    private enum Name {
        ONE,
        OTHER
    }

    @Property
    void aTableFindsWhatWasPutInInOrder(@ForAll @Size(max = 200) List<Long> keys) {
        Map<Long, String> expected = new LinkedHashMap<>();
        Table<String> table = new Table<>();
        for (long key : keys) {
            if (expected.putIfAbsent(key, "entry " + key) == null) {
                table.add(key, "entry " + key);
            }
        }

        expected.forEach((key, entry) -> assertThat(table.find(key)).isEqualTo(entry));
        assertThat(table.entries()).containsExactlyElementsOf(expected.values());
    }

    @Property
    void numbersComeBackAsTheyWere(
            @ForAll int whole, @ForAll long large, @ForAll float single, @ForAll double number, @ForAll String text) {
        ByteWriter out = new ByteWriter(8);
        out.writeInt(whole);
        out.writeCount(large);
        out.writeSigned(large);
        out.writeFloat(single);
        out.writeText(text);
        out.writeDouble(number);

        ByteReader in = new ByteReader(out.toBytes());

        assertThat(in.readInt()).isEqualTo(whole);
        assertThat(in.readCount()).isEqualTo(large);
        assertThat(in.readSigned()).isEqualTo(large);
        assertThat(in.readFloat()).isEqualTo(single);
        assertThat(in.readText()).isEqualTo(new String(text.getBytes(UTF_8), UTF_8));
        assertThat(in.readDouble()).isEqualTo(number);
        assertThat(in.isAtEnd()).isTrue();
    }

    @Test
    void aCopyOfATableGoesItsOwnWay() {
        Table<String> table = new Table<>();
        table.add(1, "one");
        table.add(2, "two");

        Table<String> copy = table.copy();
        copy.put(1, "another");
        copy.put(3, "three");
        table.put(4, "four");

        assertThat(copy.entries()).containsExactly("another", "two", "three");
        assertThat(List.of(copy.get(1), copy.get(3))).containsExactly("another", "three");
        assertThat(copy.find(4)).isNull();
        assertThat(table.entries()).containsExactly("one", "two", "four");
        assertThat(table.get(4)).isEqualTo("four");
        assertThat(table.find(3)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "127, 1", "128, 2", "16383, 2", "16384, 3", "-1, 10"})
    void smallCountsTakeFewBytes(long count, int bytes) {
        ByteWriter out = new ByteWriter(8);

        out.writeCount(count);

        assertThat(out.toBytes()).hasSize(bytes);
    }

    /** Kept under them for ever: another number would be another question. */
    @ParameterizedTest
    @CsvSource({
        "orm, -8060030047035787364",
        "ORM, 7732604807233656526",
        "'', -780787492076525413",
        "größe, 5879992374185047257"
    })
    void namesKeepTheirNumbers(String name, long number) {
        assertThat(StableHash.of(name)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 3, 1", "1, 1, 3, 3", "2, 1, 3, 2", "5, 3, 3, 13", "5, 9, 3, 13", "5, 9, 2, 5"})
    void aPatternHoldsTheNewestAnswersAndTheirNumber(int answers, int count, int most, int pattern) {
        assertThat(Answers.pattern(answers, count, most)).isEqualTo(pattern);
    }

    @Test
    void answersAreReadFromTheNewest() {
        int answers = Answers.followedBy(Answers.followedBy(Answers.followedBy(0, 1), 0), .75);

        assertThat(Answers.sign(answers, 3, 0)).isEqualTo(1);
        assertThat(Answers.sign(answers, 3, 1)).isEqualTo(-1);
        assertThat(Answers.sign(answers, 3, 2)).isEqualTo(1);
        assertThat(Answers.sign(answers, 3, 3)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 2", "3, 3", "4, 3", "8, 4", "9, 5", "16, 5", "17, 6", "64, 6", "256, 7", "257, 8"})
    void gapsOfAttemptsDouble(int attempts, int size) {
        assertThat(Gap.ofAttempts(attempts)).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 1", "9, 1", "10, 2", "299, 3", "1800, 5", "86399, 6", "604799, 7", "604800, 8"})
    void pausesHaveEightSizes(double seconds, int size) {
        assertThat(Gap.ofTime(seconds)).isEqualTo(size);
    }

    @Test
    void aWeightStepsLessTheMoreItHasBeenThrough() {
        Weights<Name> weights = new Weights<>(Name.class);

        weights.descend(Name.ONE, -2, .5, 1);
        double first = weights.value(Name.ONE);
        weights.descend(Name.ONE, -2, .5, 1);

        assertThat(first).isCloseTo(.5 * 2 / Math.sqrt(5), within(1e-12));
        assertThat(weights.value(Name.ONE) - first).isCloseTo(.5 * 2 / Math.sqrt(9), within(1e-12));
        assertThat(weights.value(Name.OTHER)).isZero();
    }

    @Test
    void hashedWeightsTellWhichOfThemMoved() {
        HashedWeights weights = new HashedWeights(8);
        for (int place : new int[] {0, 63, 64, 255}) {
            weights.descend(place, 1, .1, 1);
        }

        assertThat(moved(weights)).containsExactly(0, 63, 64, 255);
        weights.forgetMoves();
        assertThat(moved(weights)).isEmpty();
        assertThat(weights.value(255)).isCloseTo((float) (-.1 / Math.sqrt(2)), within(1e-7f));
    }

    @Test
    void whatMovedBeforeIsNotToldAgainWhenItsPageMoves() {
        HashedWeights weights = new HashedWeights(8);
        weights.descend(3, 1, .1, 1);
        weights.forgetMoves();

        weights.descend(5, 1, .1, 1);

        assertThat(moved(weights)).containsExactly(5);
    }

    private static List<Integer> moved(HashedWeights weights) {
        List<Integer> places = new ArrayList<>();
        for (int place = weights.nextMoved(0); place >= 0; place = weights.nextMoved(place + 1)) {
            places.add(place);
        }
        return places;
    }

    @Test
    void recentCountsFade() {
        RecentCounts recent = new RecentCounts();

        recent.add(1, -1);
        recent.add(0, 3_600);

        assertThat(recent.attempts[0]).isCloseTo((float) (1 + Math.exp(-1)), within(1e-6f));
        assertThat(recent.scores[0]).isCloseTo((float) Math.exp(-1), within(1e-6f));
        assertThat(recent.attempts[3]).isCloseTo((float) (1 + Math.exp(-1 / 720.0)), within(1e-6f));
    }
}
