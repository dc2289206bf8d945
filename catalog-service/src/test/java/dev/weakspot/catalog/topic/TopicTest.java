package dev.weakspot.catalog.topic;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {

    private static final TopicSlug FORMS = TopicSlug.of("forms");
    private static final TopicSlug VIEWS = TopicSlug.of("views");

    @Test
    void aTopicIsNotItsOwnPrerequisite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Topic(FORMS, "Forms", "Forms", List.of(VIEWS, FORMS)))
                .withMessage("a topic cannot be its own prerequisite");
    }

    @Test
    void aPrerequisiteIsNamedOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Topic(FORMS, "Forms", "Forms", List.of(VIEWS, VIEWS)))
                .withMessage("a prerequisite is named twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Forms", "-forms", "forms and views", "förms", "forms/views"})
    void aSlugIsPlain(String slug) {
        assertThatIllegalArgumentException().isThrownBy(() -> TopicSlug.of(slug));
    }
}
