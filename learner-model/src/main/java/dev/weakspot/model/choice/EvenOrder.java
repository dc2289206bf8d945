package dev.weakspot.model.choice;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An order whose every stretch has something from everywhere in a list: of eight, 0 4 2 6 1 5 3 7 (J. van der Corput,
 * "Verteilungsfunktionen", Proceedings of the Royal Academy Amsterdam 38, 1935).
 */
public final class EvenOrder {

    private EvenOrder() {}

    /** The same elements in that order. */
    public static <T> List<T> of(List<T> all) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(all.size());
        return IntStream.range(0, 1 << bits)
                .map(number -> Integer.reverse(number) >>> (Integer.SIZE - bits))
                .filter(place -> place < all.size())
                .mapToObj(all::get)
                .toList();
    }
}
