package dev.weakspot.catalog.doctor;

import dev.weakspot.catalog.question.Kind;
import dev.weakspot.catalog.topic.TopicSlug;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A bank as far as it can be read.
 *
 * @param name what its authors call it: the place of what concerns all of it
 * @param refused what cannot be read or published, as findings
 */
public record ExaminedBank(
        String name, List<ExaminedTopic> topics, List<ExaminedQuestion> questions, List<Finding> refused) {

    public ExaminedBank {
        topics = List.copyOf(topics);
        questions = List.copyOf(questions);
        refused = List.copyOf(refused);
    }

    int gradedAutomatically() {
        return (int) questions.stream()
                .filter(ExaminedQuestion::isGradedAutomatically)
                .count();
    }

    /** How many questions of each kind there are about each topic, as their main topic; a topic without any is there, too. */
    Map<TopicSlug, Map<Kind, Integer>> asked() {
        Map<TopicSlug, Map<Kind, Integer>> asked = new HashMap<>();
        slugs().forEach(slug -> asked.put(slug, new EnumMap<>(Kind.class)));
        for (ExaminedQuestion examined : questions) {
            asked.computeIfAbsent(examined.mainTopic(), any -> new EnumMap<>(Kind.class))
                    .merge(examined.question().kind(), 1, Integer::sum);
        }
        return asked;
    }

    Set<TopicSlug> slugs() {
        return topics.stream().map(examined -> examined.topic().slug()).collect(Collectors.toSet());
    }
}
