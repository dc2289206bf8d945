package dev.weakspot.model.choice;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Some of many, at equal distances in their order (systematic sampling: W. G. and L. H. Madow, "On the Theory of Systematic Sampling", Annals
 * of Mathematical Statistics 15, 1944).
 */
public final class EvenChoice {

    private EvenChoice() {}

    /** So many at most, beginning with the first. */
    public static <T> List<T> of(List<T> all, int most) {
        return of(all, most, 0);
    }

    /** So many at most; those of the next turn are the ones after these. After the last one comes the first. */
    static <T> List<T> of(List<T> all, int most, long turn) {
        int size = all.size();
        if (size <= most) {
            return List.copyOf(all);
        }
        return IntStream.range(0, most)
                .mapToObj(i -> all.get((int) Math.floorMod(turn + (long) i * size / most, (long) size)))
                .toList();
    }
}
