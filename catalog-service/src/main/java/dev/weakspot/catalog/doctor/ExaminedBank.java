package dev.weakspot.catalog.doctor;

import dev.weakspot.catalog.topic.TopicSlug;
import java.util.List;
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

    Set<TopicSlug> slugs() {
        return topics.stream().map(examined -> examined.topic().slug()).collect(Collectors.toSet());
    }
}
