package dev.weakspot.model.choice;

import dev.weakspot.model.TopicSlug;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Where a learner stands on all topics, and what follows for the choice among them. Immutable. */
final class Standings {

    /** The first that many topics of the ranking are called weak. */
    private static final int CALLED_WEAK = 3;

    /** A step in the ranking so high that sampling beyond it would waste the learner's time. */
    private static final double CLIFF = .15;

    /** Below it a topic is too weak to build on. */
    private static final double WEAK_FOUNDATION = .5;

    private final Map<TopicSlug, TopicStanding> byTopic;
    private final WeakTopics weakTopics;
    private final Set<TopicSlug> clearlyWeak;
    private final double border;
    private final Set<TopicSlug> justPractised;

    private Standings(Map<TopicSlug, TopicStanding> byTopic, WeakTopics weakTopics, Set<TopicSlug> justPractised) {
        this.byTopic = Collections.unmodifiableMap(byTopic);
        this.weakTopics = weakTopics;
        this.justPractised = justPractised;
        clearlyWeak = clearlyWeak(weakTopics.ranking());
        border = border(weakTopics.ranking());
    }

    static Standings of(Collection<TopicStanding> standings) {
        Map<TopicSlug, TopicStanding> byTopic = new LinkedHashMap<>();
        standings.forEach(standing -> byTopic.put(standing.topic(), standing));
        WeakTopics weakTopics = WeakTopics.of(standings);
        return new Standings(byTopic, weakTopics, justPractised(weakTopics.ranking()));
    }

    /** The same, had we other expectations of the learner on one topic. */
    Standings expecting(TopicSlug topic, double mastery) {
        TopicStanding other = of(topic).expecting(mastery);
        Map<TopicSlug, TopicStanding> changed = new LinkedHashMap<>(byTopic);
        changed.put(topic, other);
        return new Standings(changed, weakTopics.with(other), justPractised);
    }

    Collection<TopicStanding> all() {
        return byTopic.values();
    }

    TopicStanding of(TopicSlug topic) {
        return Objects.requireNonNull(byTopic.get(topic), () -> "There is no topic " + topic + ".");
    }

    WeakTopics weakTopics() {
        return weakTopics;
    }

    /** Two or three topics far below all others; none when the ranking has no such step. */
    Set<TopicSlug> clearlyWeak() {
        return clearlyWeak;
    }

    /** The success that divides the weakest topics from the others. */
    double border() {
        return border;
    }

    /** The topics of the newest attempt; none when there is no other topic to change to. */
    Set<TopicSlug> justPractised() {
        return justPractised;
    }

    boolean isNewcomer() {
        return weakTopics.ranking().isEmpty();
    }

    boolean isCalledWeak(TopicStanding standing) {
        return weakTopics.rank(standing.topic()) <= CALLED_WEAK;
    }

    long unknownPrerequisites(TopicStanding standing) {
        // One that is not in the landscape this learner is not led to: it is not waited for.
        return standing.prerequisites().stream()
                .flatMap(topic -> Optional.ofNullable(byTopic.get(topic)).stream())
                .filter(prerequisite -> !prerequisite.isPractised())
                .count();
    }

    /** The weak topic deepest below this one, if there is something to train on it. */
    Optional<TopicStanding> findGap(TopicStanding standing, Predicate<TopicSlug> isTrainable) {
        Set<TopicSlug> visited = new HashSet<>(Set.of(standing.topic()));
        Optional<TopicStanding> gap = Optional.empty();
        Optional<TopicStanding> deeper = findWeakPrerequisite(standing, visited, isTrainable);
        while (deeper.isPresent()) {
            gap = deeper;
            deeper = findWeakPrerequisite(gap.get(), visited, isTrainable);
        }
        return gap;
    }

    private Optional<TopicStanding> findWeakPrerequisite(
            TopicStanding standing, Set<TopicSlug> visited, Predicate<TopicSlug> isTrainable) {
        return standing.prerequisites().stream()
                .filter(visited::add)
                .flatMap(topic -> Optional.ofNullable(byTopic.get(topic)).stream())
                .filter(prerequisite -> prerequisite.isPractised()
                        && prerequisite.mastery().value() < WEAK_FOUNDATION
                        && isTrainable.test(prerequisite.topic()))
                .min(Comparator.comparingDouble(
                        prerequisite -> prerequisite.mastery().value()));
    }

    /** Half-way between the last topic called weak and the next; of a few topics only the lower half is. */
    private static double border(List<TopicStanding> ranking) {
        if (ranking.size() < 2) {
            return 1;
        }
        int weak = Math.min(CALLED_WEAK, ranking.size() / 2);
        double last = ranking.get(weak - 1).mastery().value();
        double next = ranking.get(weak).mastery().value();
        return (last + next) / 2;
    }

    private static Set<TopicSlug> justPractised(List<TopicStanding> practised) {
        Optional<Instant> newest =
                practised.stream().map(TopicStanding::lastAnsweredAt).max(Comparator.naturalOrder());
        Set<TopicSlug> topics = practised.stream()
                .filter(standing ->
                        newest.filter(standing.lastAnsweredAt()::equals).isPresent())
                .map(TopicStanding::topic)
                .collect(Collectors.toSet());
        return topics.size() < practised.size() ? topics : Set.of();
    }

    /** Not a single one: drilling it alone would tell us nothing else. */
    private static Set<TopicSlug> clearlyWeak(List<TopicStanding> ranking) {
        for (int size = 2; size <= CALLED_WEAK && size < ranking.size(); size++) {
            double last = ranking.get(size - 1).mastery().value();
            double next = ranking.get(size).mastery().value();
            if (next - last >= CLIFF) {
                return ranking.subList(0, size).stream()
                        .map(TopicStanding::topic)
                        .collect(Collectors.toUnmodifiableSet());
            }
        }
        return Set.of();
    }
}
