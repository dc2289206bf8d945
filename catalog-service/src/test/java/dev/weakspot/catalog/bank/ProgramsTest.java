package dev.weakspot.catalog.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weakspot.catalog.doctor.Finding;
import io.micronaut.validation.validator.Validator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
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
        String text = FILE.replace("@program@", program).replace("@prints@", prints);
        BankFile file = new BankReader(Validator.getInstance()).read(new Source("bank/lists.yaml", text));

        List<Finding> findings = Programs.examine(Bank.of(List.of(file)));

        if (remedy.equals("OK")) {
            assertThat(findings).isEmpty();
            return;
        }
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo("program-output");
            assertThat(finding.place()).isEqualTo("bank/lists.yaml:19");
            assertThat(finding.remedy()).contains(remedy);
        });
    }
}
