package dev.weakspot.catalog.doctor;

import static dev.weakspot.catalog.doctor.AQuestion.bank;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.catalog.question.AnswerKey;
import dev.weakspot.catalog.question.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LostCodeTest {

    private static final String PROGRAM = "What does this print?\n\n```python\nfirst = [1]\nprint(first)\n```\n";

    private final Check check = new LostCode();

    @Test
    void aProgramIsNeededWhereItsOutputIsAskedFor() {
        AQuestion question = AQuestion.called("one").wants(new AnswerKey.CodeOutput("[1]"));

        assertThat(check.examine(bank(question.asks("What does `first` hold in the end?"))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.check()).isEqualTo("lost-code");
                    assertThat(finding.place()).isEqualTo("one.yaml:10");
                });
        assertThat(check.examine(bank(question.asks(PROGRAM)))).isEmpty();
    }

    @Test
    void codeWithoutItsFenceIsFoundOnItsLine() {
        String withoutFence = PROGRAM.replaceAll("```.*\\n", "");

        assertThat(check.examine(bank(AQuestion.called("one").asks(withoutFence))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.place()).isEqualTo("one.yaml:12");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Is this code safe?",
                "What do these three lines print?",
                "Which query does the following view send?",
                "Say what is wrong with the model below.",
                "A colleague has written:"
            })
    void aStemThatSpeaksOfCodeShowsSome(String stem) {
        AQuestion question = AQuestion.called("one");

        assertThat(check.examine(bank(question.asks(stem)))).hasSize(1);
        assertThat(check.examine(bank(question.asks(stem + "\n\n```\nx = 1\n```\n"))))
                .isEmpty();
    }

    @Test
    void codeInTheChoicesIsCode() {
        assertThat(check.examine(bank(AQuestion.called("one")
                        .asks("Which test below fails?")
                        .offers("*`assert []`", "`assert [0]`"))))
                .isEmpty();
    }

    @Test
    void aQuestionAboutReadingCodeShowsSome() {
        assertThat(check.examine(bank(AQuestion.called("one").of(Kind.CODE_READING))))
                .hasSize(1);
    }

    @Test
    void anExplanationThatPointsIntoTheCodeNeedsIt() {
        assertThat(check.examine(bank(AQuestion.called("one").explains("On line 3 the list grows once more."))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains("the explanation refers to it"));
    }

    @Test
    void anExplanationOfOtherCodeIsAWarning() {
        AQuestion question = AQuestion.called("one").of(Kind.CODE_READING).asks(PROGRAM);

        assertThat(check.examine(bank(question.explains("`words` is sorted by `len`."))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.place()).isEqualTo("one.yaml:20");
                    assertThat(finding.remedy()).contains("names words, len");
                });
        assertThat(check.examine(bank(question.explains("`first` is a list.")))).isEmpty();
    }
}
