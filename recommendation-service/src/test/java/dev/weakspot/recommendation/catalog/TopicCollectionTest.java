package dev.weakspot.recommendation.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.model.TopicSlug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicCollectionTest {

    @ParameterizedTest
    @CsvSource({"spanish.verbs, spanish", "spanish.verbs.irregular, spanish", "dbe-kt22-train.t-93, dbe-kt22-train"})
    void theFirstDotEndsTheNameOfTheCollection(String topic, String collection) {
        assertThat(TopicCollection.of(new TopicSlug(topic))).isEqualTo(new TopicCollection(collection));
    }

    @Test
    void aTopicWithoutADotBelongsToTheDefaultCollection() {
        assertThat(TopicCollection.of(new TopicSlug("orm-basics"))).isEqualTo(TopicCollection.DEFAULT);
    }
}
