package dev.weakspot.catalog.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weakspot.catalog.doctor.Finding;
import dev.weakspot.catalog.doctor.Severity;
import io.micronaut.validation.validator.Validator;
import java.util.List;
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

    @BeforeEach
    void needsPython() {
        assumeTrue(Programs.canRun(), "there is no python3");
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
        List<Finding> findings = Programs.examine(bank(program, prints));

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
        assertThat(Programs.examine(bank("import no_such_package", "1")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.NOTE);
                    assertThat(finding.remedy()).contains("needs no_such_package");
                });
    }

    private static Bank bank(String program, String prints) {
        String text = FILE.replace("@program@", program).replace("@prints@", prints);
        return Bank.of(List.of(new BankReader(Validator.getInstance()).read(new Source("bank/lists.yaml", text))));
    }
}
