package dev.weakspot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class QuestionIdTest {

    @Test
    void idsOfOneNameAreOne() {
        var id = new QuestionId("what-an-orm-does-for-you");
        var again = new QuestionId("what-an-orm-does-for-you");

        assertThat(again).isEqualTo(id).hasSameHashCodeAs(id).isEqualByComparingTo(id);
        assertThat(again.key()).isEqualTo(id.key());
        assertThat(id).isNotEqualTo(new QuestionId("what-an-orm-does-not")).isNotEqualTo("what-an-orm-does-for-you");
    }

    @Test
    void aBlankIdIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuestionId(" "))
                .withMessageContaining("blank");
    }
}
