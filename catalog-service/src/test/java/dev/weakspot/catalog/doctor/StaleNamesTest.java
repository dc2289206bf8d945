package dev.weakspot.catalog.doctor;

import static dev.weakspot.catalog.doctor.AQuestion.bank;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weakspot.catalog.question.AnswerKey;
import dev.weakspot.catalog.question.Choice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaleNamesTest {

    private final Check check = new StaleNames(List.of(new RetiredName("has_key", "3.0", "the operator in")));

    @Test
    void aRetiredNameIsAWarning() {
        ExaminedBank bank = bank(AQuestion.called("one").explains("Ask the dictionary with `names.has_key(name)`."));

        assertThat(check.examine(bank)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.check()).isEqualTo("retired-name");
            assertThat(finding.place()).isEqualTo("one.yaml:20");
            assertThat(finding.remedy())
                    .isEqualTo(
                            "one uses has_key, which is gone since 3.0. Write the operator in, or say that it is history.");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`has_key` was removed long ago.",
                "Since 3.0 there is no `has_key`.",
                "`has_keys` and `ahas_key`"
            })
    void aTextThatSaysSoOrMeansSomethingElseMayNameIt(String explanation) {
        assertThat(check.examine(bank(AQuestion.called("one").explains(explanation))))
                .isEmpty();
    }

    @Test
    void aReasonMaySayItForItsChoice() {
        var key = new AnswerKey.SingleChoice(List.of(
                new Choice("a", "`name in names`", true, ""),
                new Choice("b", "`names.has_key(name)`", false, "Gone with 3.0.")));

        assertThat(check.examine(bank(AQuestion.called("one").wants(key)))).isEmpty();
    }

    @Test
    void aQuestionAboutOlderVersionsMayUseIt() {
        AQuestion question = AQuestion.called("one").explains("Ask with `names.has_key(name)`.");

        assertThat(check.examine(bank(question.appliesTo(">=2.6 <3.0")))).isEmpty();
        assertThat(check.examine(bank(question.appliesTo(">=2.6 <3.10")))).hasSize(1);
        assertThat(check.examine(bank(question.appliesTo(">=2.6")))).hasSize(1);
    }

    @Test
    void sourcesAreReadToo() {
        assertThat(check.examine(bank(AQuestion.called("one").source("https://docs.python.org/2/#dict.has_key"))))
                .hasSize(1);
    }

    @Test
    void theLargestVersionThatCanBeWrittenIsCompared() {
        AQuestion question = AQuestion.called("one").explains("Ask with `names.has_key(name)`.");

        assertThat(check.examine(bank(question.appliesTo(">=2.6 <999999999.999999999"))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.x", "", "9999999999", "3.9999999999", "1.2.3.4.5.6.7"})
    void aNameIsGoneSinceAVersion(String since) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetiredName("has_key", since, "in"))
                .withMessage("since must be a version such as 4.0");
    }
}
