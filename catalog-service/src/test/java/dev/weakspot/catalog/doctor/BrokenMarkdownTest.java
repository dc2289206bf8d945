package dev.weakspot.catalog.doctor;

import static dev.weakspot.catalog.doctor.AQuestion.bank;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenMarkdownTest {

    private final Check check = new BrokenMarkdown();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~Look:\\n\\n```python\\nx = 1\\n~    | ERROR   | 12 | never closed
            ~Look:\\n\\n```\\n```\\n~          | ERROR   | 12 | is empty
            ~Look: ```python x = 1 ```~       | OK      | 0  | ~~
            ~Look:\\n```python x = 1 ```\\n~   | ERROR   | 11 | stands on one line
            ~Call `append on it.~             | ERROR   | 10 | back-tick
            ~One\\ntwo `three.~               | ERROR   | 11 | back-tick
            ~Name it <slug> in the path.~     | WARNING | 10 | taken for HTML
            ~<div>\\nText\\n</div>~           | WARNING | 10 | taken for HTML
            ~Write __init__ first.~           | WARNING | 10 | Two underscores
            ~Take **kwargs as they are.~      | WARNING | 10 | ** is shown
            ~Read [this] (https://a.b/).~     | WARNING | 10 | A link is not understood
            ~Read [this][that].~              | WARNING | 10 | A link is not understood
            ~Read [this](docs/a.html).~       | WARNING | 10 | A link leads to
            ~Use <int:pk> in the path.~       | WARNING | 10 | A link leads to
            ~See ![it](https://a.b/c.png).~   | WARNING | 10 | An image
            """)
    void whatMeansSomethingElseIsFoundOnItsLine(String stem, String severity, int line, String remedy) {
        List<Finding> findings = check.examine(bank(AQuestion.called("one").asks(stem.replace("\\n", "\n"))));

        if (severity.equals("OK")) {
            assertThat(findings).isEmpty();
            return;
        }
        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.valueOf(severity));
            assertThat(finding.check()).isEqualTo("markdown");
        });
        assertThat(findings.getFirst().place()).isEqualTo("one.yaml:" + line);
        assertThat(findings.getFirst().remedy()).contains(remedy).endsWith("(stem of one)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`<slug>` and `**kwargs` and `__init__` in back-ticks",
                "**bold**, *italic*, 2 * 3, a_b_c and `` ` ``",
                "an escaped \\` back-tick",
                "[a link](https://docs.python.org/3/) and <https://docs.python.org/3/>",
                "```python\nprint('`', '**', '<b>')\n```",
                "a list[0] (of lists)"
            })
    void soundMarkdownIsLeftAlone(String stem) {
        assertThat(check.examine(bank(AQuestion.called("one").asks(stem)))).isEmpty();
    }

    @Test
    void everyTextOfAQuestionIsRead() {
        ExaminedBank bank = bank(
                AQuestion.called("one").explains("`open"),
                AQuestion.called("two").offers("*`open", "closed"),
                AQuestion.called("three").wantsSpeech("Say:\n`open"));

        assertThat(check.examine(bank))
                .extracting(Finding::place)
                .containsExactly("one.yaml:20", "two.yaml:5", "three.yaml:17");
    }
}
