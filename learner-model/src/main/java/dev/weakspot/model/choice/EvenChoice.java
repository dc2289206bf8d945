package dev.weakspot.model.choice;

import java.util.ArrayList;
import java.util.List;

/**
 * Some of many, at equal distances in their order (systematic sampling: W. G. and L. H. Madow, "On the Theory of Systematic Sampling", Annals
 * of Mathematical Statistics 15, 1944).
 */
public final class EvenChoice {

    private EvenChoice() {}

    /** So many at most, beginning with the first, in their order. */
    public static <T> List<T> of(List<T> all, int most) {
        return all.size() <= most
                ? List.copyOf(all)
                : List.copyOf(rounds(all, most, 0).subList(0, most));
    }

    /**
     * All of them: first so many at equal distances, then the ones after these, and so on. Each turn begins one later, and after the last one
     * comes the first.
     */
    static <T> List<T> rounds(List<T> all, int perRound, long turn) {
        if (perRound < 1) {
            throw new IllegalArgumentException("A round has something in it.");
        }
        List<T> rounds = new ArrayList<>(all.size());
        for (int round = 0; rounds.size() < all.size(); round++) {
            for (int part = 0; part < perRound; part++) {
                long begin = (long) part * all.size() / perRound + round;
                long end = (part + 1L) * all.size() / perRound;
                if (begin < end) {
                    rounds.add(all.get((int) Math.floorMod(turn + begin, (long) all.size())));
                }
            }
        }
        return rounds;
    }
}
