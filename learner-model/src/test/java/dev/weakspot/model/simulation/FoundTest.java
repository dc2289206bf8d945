package dev.weakspot.model.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weakspot.model.TopicSlug;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoundTest {

    private static final List<TopicSlug> TOPICS =
            List.of("a", "b", "c", "d", "e", "f").stream().map(TopicSlug::new).toList();

    @Test
    void thePerfectRankingFindsAll() {
        Found found = Found.of(TOPICS, FoundTest::alphabetical, FoundTest::alphabetical);

        assertThat(found).isEqualTo(new Found(1, 1));
    }

    @Test
    void theOppositeRankingFindsNone() {
        Found found = Found.of(TOPICS, topic -> -alphabetical(topic), FoundTest::alphabetical);

        assertThat(found.share()).isZero();
        assertThat(found.ndcg())
                .isCloseTo((0 + 1 / log2(3) + 2 / log2(4)) / (5 + 4 / log2(3) + 3 / log2(4)), within(1e-12));
    }

    @Test
    void aSwapAmongTheWeakestCostsOnlyRank() {
        Found found =
                Found.of(TOPICS, topic -> topic.value().equals("b") ? 0 : alphabetical(topic), FoundTest::alphabetical);

        assertThat(found.share()).isEqualTo(1);
        assertThat(found.ndcg()).isBetween(.9, .999);
    }

    private static double alphabetical(TopicSlug topic) {
        return topic.value().charAt(0) - 'a' + 1;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
