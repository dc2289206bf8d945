package dev.weakspot.web.mydata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.web.account.Role;
import dev.weakspot.web.page.Language;
import dev.weakspot.web.page.Shown;
import dev.weakspot.web.visit.Visitor;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MyDataPageTest {

    @ParameterizedTest
    @EnumSource
    void whoLooksAroundHasNoPassword(Language language) {
        assertThat(text(language, false)).contains(language.text("data.here-password"));
        assertThat(text(language, true))
                .contains(language.text("data.here-demo"))
                .doesNotContain(language.text("data.here-password"));
    }

    private static String text(Language language, boolean demo) {
        var visitor = new Visitor(UUID.randomUUID(), "ada", UUID.randomUUID(), Set.of(Role.LEARNER), demo, "csrf");
        return Shown.text(Shown.page(language, "my-data", visitor));
    }
}
