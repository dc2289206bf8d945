package dev.weakspot.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuestionTest {

    /** It would be learned from twice, with the second half of what is known overwriting the first. */
    @Test
    void aTopicThatIsNamedTwiceIsRefused() {
        assertThatThrownBy(() -> about("orm", "views", "orm")).hasMessage("Question lazy names a topic twice.");
    }

    @Test
    void aQuestionAboutNothingIsRefused() {
        assertThatThrownBy(() -> about()).hasMessage("Question lazy has no topic.");
    }

    private static Question about(String... topics) {
        return new Question(
                new QuestionId("lazy"), Stream.of(topics).map(TopicSlug::new).toList(), 0);
    }
}
