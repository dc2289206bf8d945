package dev.weakspot.model.choice;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The kinds of question on one topic, the weakest first. */
public record WeakKinds(List<KindStanding> ranking) {

    public static final WeakKinds NONE = new WeakKinds(List.of());

    private static final Comparator<KindStanding> WEAKEST_FIRST = Comparator.comparingDouble(
                    (KindStanding standing) -> standing.mastery().value())
            .thenComparing(KindStanding::kind);

    public WeakKinds {
        ranking = List.copyOf(ranking);
    }

    public static WeakKinds of(Collection<KindStanding> standings) {
        return new WeakKinds(standings.stream().sorted(WEAKEST_FIRST).toList());
    }
}
