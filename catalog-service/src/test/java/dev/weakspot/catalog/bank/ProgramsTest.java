package dev.weakspot.catalog.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weakspot.catalog.doctor.Finding;
import dev.weakspot.catalog.doctor.Severity;
import io.micronaut.validation.validator.Validator;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramsTest {

    private static final String FILE = """
            topic: {slug: lists, title: Lists, group: Any, prerequisites: []}
            questions:
              - id: output
                version: 1
                kind: code-reading
                level: mid
                difficulty: 0
                expected_seconds: 20
                assesses: Whether the candidate can read.
                stem: |
                  What does this print?

                  ```python
                  @program@
                  ```
                answer:
                  type: code-output
                  prints: |
                    @prints@
                explanation: It prints what it prints.
                sources: [https://docs.python.org/3/]
            """;

    private final Programs programs = Programs.ofPython();

    @BeforeEach
    void needsPython() {
        assumeTrue(programs.canRun(), "there is no python3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            print([1, 2])   | [1, 2]    | OK
            print("é ")     | é         | OK
            print([1, 2])   | [1,2]     | prints "[1, 2]" instead
            print("a\\nb")  | a         | prints "a\\nb" instead
            1/0             | 1         | ZeroDivisionError
            """)
    void whatAProgramPrintsIsComparedWithTheClaim(String program, String prints, String remedy) {
        List<Finding> findings = programs.examine("bank", bank(program, prints));

        if (remedy.equals("OK")) {
            assertThat(findings).isEmpty();
            return;
        }
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo("program-output");
            assertThat(finding.place()).isEqualTo("bank/lists.yaml:19");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.remedy()).contains(remedy);
        });
    }

    @Test
    void aProgramThatNeedsMoreThanTheStandardLibraryIsANote() {
        assertThat(programs.examine("bank", bank("import no_such_package", "1")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.NOTE);
                    assertThat(finding.remedy()).contains("needs no_such_package");
                });
    }

    @Test
    void aProgramThatPrintsWithoutEndIsStopped() {
        List<Finding> findings = programs.examine("bank", bank("while True: print('again')", "again"));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.remedy())
                    .startsWith("The program of output prints \"again\\nagain\\n")
                    .contains("…\" instead.")
                    .hasSizeLessThan(15_000);
        });
    }

    @Test
    void aProgramThatAsksIsNotAnswered() {
        assertThat(programs.examine("bank", bank("input()", "1")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains("EOFError"));
    }

    @Test
    void anInterruptIsNoFinding() {
        Bank bank = bank("print(1)", "1");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> programs.examine("bank", bank)).isInstanceOf(CancellationException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aProgramInAnotherLanguageIsANote() {
        Bank bank = bank(FILE.replace("```python", "```pycon"));

        assertThat(programs.examine("bank", bank)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.NOTE);
            assertThat(finding.place()).isEqualTo("bank/lists.yaml:19");
            assertThat(finding.remedy()).startsWith("The stem of output has no Python block");
        });
    }

    @Test
    void withoutAnInterpreterThereIsOneNote() {
        assertThat(new Programs("no-such-python").examine("bank", bank("print(1)", "2")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.NOTE);
                    assertThat(finding.place()).isEqualTo("bank");
                    assertThat(finding.remedy()).startsWith("There is no no-such-python, so no program is run.");
                });
    }

    private static Bank bank(String program, String prints) {
        return bank(FILE.replace("@program@", program).replace("@prints@", prints));
    }

    private static Bank bank(String text) {
        return Bank.of(List.of(new BankReader(Validator.getInstance()).read(new Source("bank/lists.yaml", text))));
    }
}
