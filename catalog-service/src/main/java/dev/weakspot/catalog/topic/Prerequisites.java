package dev.weakspot.catalog.topic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which topic wants which others first. Immutable; prerequisites that are no topic here are allowed and lead nowhere.
 */
public final class Prerequisites {

    private final Map<TopicSlug, List<TopicSlug>> before;

    private Prerequisites(Map<TopicSlug, List<TopicSlug>> before) {
        this.before = before;
    }

    public static Prerequisites of(Collection<Topic> topics) {
        Map<TopicSlug, List<TopicSlug>> before = new LinkedHashMap<>();
        topics.forEach(topic -> before.put(topic.slug(), topic.prerequisites()));
        return new Prerequisites(before);
    }

    /** The shortest way from a topic back to itself, beginning and ending with it. */
    public Optional<List<TopicSlug>> findCycleThrough(TopicSlug topic) {
        Map<TopicSlug, TopicSlug> wantedBy = new HashMap<>();
        Deque<TopicSlug> toVisit = new ArrayDeque<>(List.of(topic));
        while (!toVisit.isEmpty()) {
            TopicSlug visited = toVisit.remove();
            for (TopicSlug prerequisite : before.getOrDefault(visited, List.of())) {
                if (wantedBy.putIfAbsent(prerequisite, visited) != null) {
                    continue;
                }
                if (prerequisite.equals(topic)) {
                    return Optional.of(wayBack(topic, wantedBy));
                }
                toVisit.add(prerequisite);
            }
        }
        return Optional.empty();
    }

    /** Every topic after its prerequisites. Topics on a cycle, and those that want one of them, are left out. */
    public List<TopicSlug> inOrder() {
        Map<TopicSlug, Integer> missing = new LinkedHashMap<>();
        Map<TopicSlug, List<TopicSlug>> after = new HashMap<>();
        before.forEach((topic, prerequisites) -> {
            List<TopicSlug> known =
                    prerequisites.stream().filter(before::containsKey).toList();
            missing.put(topic, known.size());
            known.forEach(prerequisite -> after.computeIfAbsent(prerequisite, slug -> new ArrayList<>())
                    .add(topic));
        });
        Deque<TopicSlug> ready = new ArrayDeque<>();
        missing.forEach((topic, count) -> {
            if (count == 0) {
                ready.add(topic);
            }
        });
        List<TopicSlug> ordered = new ArrayList<>();
        while (!ready.isEmpty()) {
            TopicSlug topic = ready.remove();
            ordered.add(topic);
            for (TopicSlug next : after.getOrDefault(topic, List.of())) {
                if (missing.merge(next, -1, Integer::sum) == 0) {
                    ready.add(next);
                }
            }
        }
        return List.copyOf(ordered);
    }

    private static List<TopicSlug> wayBack(TopicSlug topic, Map<TopicSlug, TopicSlug> wantedBy) {
        Deque<TopicSlug> way = new ArrayDeque<>(List.of(topic));
        TopicSlug step = wantedBy.get(topic);
        while (step != null && !step.equals(topic)) {
            way.addFirst(step);
            step = wantedBy.get(step);
        }
        way.addFirst(topic);
        return List.copyOf(way);
    }
}
