package dev.weakspot.catalog.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PrerequisitesTest {

    @Test
    void theWayBackIsNamedInFull() {
        Prerequisites prerequisites = Prerequisites.of(List.of(
                topic("forms", "views"), topic("views", "urls", "models"), topic("urls", "forms"), topic("models")));

        assertThat(prerequisites.findCycleThrough(slug("forms")))
                .hasValue(List.of(slug("forms"), slug("views"), slug("urls"), slug("forms")));
    }

    @Test
    void aTopicBesideACycleIsNotOnIt() {
        Prerequisites prerequisites =
                Prerequisites.of(List.of(topic("a", "b"), topic("b", "a"), topic("c", "a"), topic("d")));

        assertThat(prerequisites.findCycleThrough(slug("c"))).isEmpty();
        assertThat(prerequisites.findCycleThrough(slug("d"))).isEmpty();
    }

    @Test
    void twoTopicsThatWantEachOtherAreACycle() {
        Prerequisites prerequisites = Prerequisites.of(List.of(topic("a", "b"), topic("b", "a")));

        assertThat(prerequisites.findCycleThrough(slug("b"))).hasValue(List.of(slug("b"), slug("a"), slug("b")));
    }

    @Test
    void topicsOfACycleAndThoseBehindItHaveNoOrder() {
        Prerequisites prerequisites = Prerequisites.of(
                List.of(topic("a", "b"), topic("b", "a"), topic("c", "a"), topic("d", "e"), topic("e", "elsewhere")));

        assertThat(prerequisites.inOrder()).containsExactly(slug("e"), slug("d"));
    }

    @Property
    void everyTopicComesAfterItsPrerequisites(@ForAll @IntRange(min = 1, max = 30) int size, @ForAll long seed) {
        List<Topic> topics = anyTopicsWithoutCycle(size, new Random(seed));

        List<TopicSlug> order = Prerequisites.of(topics).inOrder();

        assertThat(order).hasSize(size);
        assertThat(topics).allSatisfy(topic -> assertThat(topic.prerequisites())
                .allMatch(prerequisite -> order.indexOf(prerequisite) < order.indexOf(topic.slug())));
    }

    /** Each wants only topics made before it, and they are handed over in any order. */
    private static List<Topic> anyTopicsWithoutCycle(int size, Random random) {
        List<Topic> topics = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            int made = index;
            String[] prerequisites = random.ints(random.nextInt(3), 0, Math.max(1, made))
                    .filter(earlier -> earlier < made)
                    .distinct()
                    .mapToObj(earlier -> "t" + earlier)
                    .toArray(String[]::new);
            topics.add(random.nextInt(topics.size() + 1), topic("t" + index, prerequisites));
        }
        return topics;
    }

    private static Topic topic(String slug, String... prerequisites) {
        return new Topic(
                slug(slug),
                slug,
                "any group",
                Arrays.stream(prerequisites).map(TopicSlug::of).toList());
    }

    private static TopicSlug slug(String slug) {
        return TopicSlug.of(slug);
    }
}
