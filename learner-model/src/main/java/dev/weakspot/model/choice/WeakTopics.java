package dev.weakspot.model.choice;

import dev.weakspot.model.TopicSlug;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The topics a learner has answered on, the weakest first. */
public record WeakTopics(List<TopicStanding> ranking) {

    private static final Comparator<TopicStanding> WEAKEST_FIRST = Comparator.comparingDouble(
                    (TopicStanding standing) -> standing.mastery().value())
            .thenComparing(TopicStanding::topic);

    public WeakTopics {
        ranking = List.copyOf(ranking);
    }

    public static WeakTopics of(Collection<TopicStanding> standings) {
        return new WeakTopics(standings.stream()
                .filter(TopicStanding::isPractised)
                .sorted(WEAKEST_FIRST)
                .toList());
    }

    /** The same with another standing on one topic. Costs no sorting. */
    WeakTopics with(TopicStanding other) {
        List<TopicStanding> changed = new ArrayList<>(ranking);
        changed.removeIf(standing -> standing.topic().equals(other.topic()));
        if (other.isPractised()) {
            int place = Collections.binarySearch(changed, other, WEAKEST_FIRST);
            changed.add(-place - 1, other);
        }
        return new WeakTopics(changed);
    }

    /** Place of a practised topic, 1 being the weakest. */
    public int rank(TopicSlug topic) {
        return 1
                + IntStream.range(0, ranking.size())
                        .filter(place -> ranking.get(place).topic().equals(topic))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("Topic " + topic + " is not practised."));
    }

    public Reason.WeakTopic reason(TopicStanding standing) {
        return new Reason.WeakTopic(standing.title(), rank(standing.topic()), standing.mastery(), standing.attempts());
    }
}
