package dev.weakspot.model.choice;

import dev.weakspot.model.TopicSlug;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The topics a learner has answered on, the weakest first. */
public record WeakTopics(List<TopicStanding> ranking) {

    public WeakTopics {
        ranking = List.copyOf(ranking);
    }

    public static WeakTopics of(Collection<TopicStanding> standings) {
        return new WeakTopics(standings.stream()
                .filter(TopicStanding::isPractised)
                .sorted(Comparator.comparingDouble(
                                (TopicStanding standing) -> standing.mastery().value())
                        .thenComparing(TopicStanding::topic))
                .toList());
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
