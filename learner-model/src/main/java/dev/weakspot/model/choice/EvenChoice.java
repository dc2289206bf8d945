package dev.weakspot.model.choice;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
                : rounds(all, most, 0).limit(most).toList();
    }

    /**
     * All of them: first so many at equal distances, then the ones after these, and so on. Each turn begins one later, and after the last one
     * comes the first. Lazy: most who ask want the first round only.
     */
    static <T> Stream<T> rounds(List<T> all, int perRound, long turn) {
        if (perRound < 1) {
            throw new IllegalArgumentException("A round has something in it.");
        }
        return IntStream.range(0, Math.ceilDiv(all.size(), perRound))
                .mapToObj(round -> round(all, perRound, turn, round))
                .flatMap(Function.identity());
    }

    private static <T> Stream<T> round(List<T> all, int perRound, long turn, int round) {
        return IntStream.range(0, perRound)
                .filter(part -> begin(all, perRound, part) + round < begin(all, perRound, part + 1))
                .mapToObj(part ->
                        all.get((int) Math.floorMod(turn + begin(all, perRound, part) + round, (long) all.size())));
    }

    private static long begin(List<?> all, int perRound, int part) {
        return (long) part * all.size() / perRound;
    }
}
