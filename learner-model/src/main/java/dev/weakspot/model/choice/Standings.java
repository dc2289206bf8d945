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

    /** What stands in place of another of them: none, or one. */
    private final Map<TopicSlug, TopicStanding> instead;

    private final WeakTopics weakTopics;
    private final List<TopicStanding> untried;
    private final Set<TopicSlug> clearlyWeak;
    private final double border;
    private final Set<TopicSlug> justPractised;

    private Standings(
            Map<TopicSlug, TopicStanding> byTopic,
            Map<TopicSlug, TopicStanding> instead,
            WeakTopics weakTopics,
            List<TopicStanding> untried,
            Set<TopicSlug> justPractised) {
        this.byTopic = byTopic;
        this.instead = instead;
        this.weakTopics = weakTopics;
        this.untried = untried;
        this.justPractised = justPractised;
        clearlyWeak = clearlyWeak(weakTopics.ranking());
        border = border(weakTopics.ranking());
    }

    static Standings of(Collection<TopicStanding> standings) {
        Map<TopicSlug, TopicStanding> byTopic = new LinkedHashMap<>();
        standings.forEach(standing -> byTopic.put(standing.topic(), standing));
        WeakTopics weakTopics = WeakTopics.of(standings);
        boolean isNewcomer = weakTopics.ranking().isEmpty();
        return new Standings(
                Collections.unmodifiableMap(byTopic),
                Map.of(),
                weakTopics,
                untried(byTopic, isNewcomer),
                justPractised(weakTopics.ranking()));
    }

    /** The same, had we other expectations of the learner on one topic that they practise. Costs little: it is asked for often. */
    Standings expecting(TopicSlug topic, double mastery) {
        TopicStanding other = of(topic).expecting(mastery);
        return new Standings(byTopic, Map.of(topic, other), weakTopics.with(other), untried, justPractised);
    }

    Collection<TopicSlug> topics() {
        return byTopic.keySet();
    }

    TopicStanding of(TopicSlug topic) {
        return find(topic).orElseThrow(() -> new IllegalArgumentException("There is no topic " + topic + "."));
    }

    private Optional<TopicStanding> find(TopicSlug topic) {
        TopicStanding other = instead.get(topic);
        return Optional.ofNullable(other == null ? byTopic.get(topic) : other);
    }

    /** The topics not tried yet: known prerequisites first; then, for a newcomer, the easiest, otherwise the one that tells most. */
    List<TopicStanding> untried() {
        return untried;
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

    private static List<TopicStanding> untried(Map<TopicSlug, TopicStanding> byTopic, boolean isNewcomer) {
        record Untried(TopicStanding standing, long unknownPrerequisites, double distance) {}
        return byTopic.values().stream()
                .filter(standing -> !standing.isPractised())
                .map(standing ->
                        new Untried(standing, unknownPrerequisites(standing, byTopic), distance(standing, isNewcomer)))
                .sorted(Comparator.comparingLong(Untried::unknownPrerequisites)
                        .thenComparingDouble(Untried::distance)
                        .thenComparing(each -> each.standing().topic()))
                .map(Untried::standing)
                .toList();
    }

    private static double distance(TopicStanding untried, boolean isNewcomer) {
        double mastery = untried.mastery().value();
        return isNewcomer ? -mastery : Math.abs(mastery - Target.usual().toFindOut());
    }

    private static long unknownPrerequisites(TopicStanding standing, Map<TopicSlug, TopicStanding> byTopic) {
        // One that is not in the landscape this learner is not led to: it is not waited for.
        return standing.prerequisites().stream()
                .flatMap(topic -> Optional.ofNullable(byTopic.get(topic)).stream())
                .filter(prerequisite -> !prerequisite.isPractised())
                .count();
    }

    /** The weak topic deepest below this one, if there is something to train on it. */
    Optional<TopicStanding> findGap(TopicStanding standing, Predicate<TopicSlug> isTrainable) {
        if (standing.prerequisites().isEmpty()) {
            return Optional.empty();
        }
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
                .flatMap(topic -> find(topic).stream())
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
