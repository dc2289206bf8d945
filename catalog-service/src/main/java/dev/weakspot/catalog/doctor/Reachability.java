package dev.weakspot.catalog.doctor;

import dev.weakspot.catalog.topic.Topic;
import dev.weakspot.catalog.topic.TopicSlug;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Topics that no learner ever gets to, and questions about topics that there are not. */
final class Reachability implements Check {

    @Override
    public List<Finding> examine(ExaminedBank bank) {
        List<Finding> findings = new ArrayList<>();
        Set<TopicSlug> reachable = reachable(bank);
        Set<TopicSlug> asked = bank.questions().stream()
                .flatMap(examined -> examined.question().topics().stream())
                .collect(Collectors.toSet());
        for (ExaminedTopic examined : bank.topics()) {
            Topic topic = examined.topic();
            if (!reachable.contains(topic.slug())) {
                List<TopicSlug> missing = topic.prerequisites().stream()
                        .filter(prerequisite -> !reachable.contains(prerequisite))
                        .toList();
                findings.add(Finding.error(
                        "unreachable-topic",
                        examined.lines().of("prerequisites"),
                        "Nobody ever gets to %s: it wants %s first, which is not there or cannot be reached either. Add the topic, or take the prerequisite away.",
                        topic.slug(),
                        names(missing)));
            }
            if (!asked.contains(topic.slug())) {
                findings.add(Finding.warning(
                        "empty-topic",
                        examined.lines().start(),
                        "No question asks about %s, so nobody can practise it. Write some, or remove the topic.",
                        topic.slug()));
            }
        }
        Set<TopicSlug> known = bank.slugs();
        for (ExaminedQuestion examined : bank.questions()) {
            List<TopicSlug> unknown = examined.question().topics().stream()
                    .filter(topic -> !known.contains(topic))
                    .toList();
            if (!unknown.isEmpty()) {
                findings.add(Finding.error(
                        "unknown-topic",
                        examined.lines().of("also_topics"),
                        "%s is about %s, which is no topic of the bank. Correct the name, or add the topic.",
                        examined.id(),
                        names(unknown)));
            }
        }
        return findings;
    }

    private static Set<TopicSlug> reachable(ExaminedBank bank) {
        Set<TopicSlug> reachable = new HashSet<>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (ExaminedTopic examined : bank.topics()) {
                if (reachable.containsAll(examined.topic().prerequisites())) {
                    grows |= reachable.add(examined.topic().slug());
                }
            }
        }
        return reachable;
    }

    private static String names(List<TopicSlug> topics) {
        return topics.stream().map(TopicSlug::value).collect(Collectors.joining(", "));
    }
}
