package dev.weakspot.catalog.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.catalog.doctor.Diagnosis;
import dev.weakspot.catalog.doctor.Finding;
import dev.weakspot.catalog.doctor.Severity;
import io.micronaut.validation.validator.Validator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the files to the findings: what is planted in a text is found on its line. */
class ExamineBankTest {

    /** Line by line, because the findings name lines. */
    private static final String LISTS = """
            topic:
              slug: lists
              title: Lists
              group: Collections
              prerequisites: []
            questions:
              - id: list-append
                version: 1
                kind: how-to
                level: junior
                difficulty: -1
                expected_seconds: 20
                assesses: Whether the candidate knows how lists grow.
                stem: |
                  Which method puts one element at the end of a list?
                hints:
                  - It changes the list in place.
                answer:
                  type: short-text
                  accepted: [append]
                explanation: |
                  `append` adds its argument as one element at the end,
                  while `extend` adds each element of its argument.
                sources:
                  - https://docs.python.org/3/tutorial/datastructures.html
              - id: list-copy
                version: 1
                kind: code-reading
                level: mid
                difficulty: 0.5
                expected_seconds: 40
                assesses: Whether the candidate sees that a slice makes another list.
                stem: |
                  What does this print?

                  ```python
                  numbers = [1]
                  copied = numbers[:]
                  copied.append(2)
                  print(numbers)
                  ```
                answer:
                  type: code-output
                  prints: |
                    [1]
                explanation: |
                  A slice is a new list, so `copied` grows and `numbers` stays.
                sources:
                  - https://docs.python.org/3/tutorial/introduction.html#lists
            """;

    private static final String RETIRED =
            "{\"retired\": [{\"name\": \"has_key\", \"since\": \"3.0\", \"instead\": \"in\"}]}";

    private final BankReader reader = new BankReader(Validator.getInstance());

    @Test
    void aHealthyBankIsDescribed() {
        Diagnosis diagnosis = examine(LISTS);

        assertThat(diagnosis)
                .isEqualTo(new Diagnosis(
                        2,
                        2,
                        1,
                        new TreeMap<>(Map.of("lists", new TreeMap<>(Map.of("how-to", 1, "code-reading", 1)))),
                        List.of()));
    }

    @ParameterizedTest(name = "{2}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~type: short-text~          | ~type: guess~                        | unreadable       | 19
            ~topic:~                    | ~topic: [~                           | unreadable       | 3
            ~explanation: |\\n      `append`~ | ~x: |\\n      `append`~           | unreadable       | 21
            ~assesses: Whether the candidate knows how lists grow.~ | ~~       | missing-field    | 7
            ~    explanation: |\\n      `append` adds its argument as one element at the end,\\n      while `extend` adds each element of its argument.\\n~ | ~~ | missing-field | 7
            ~    sources:\\n      - https://docs.python.org/3/tutorial/datastructures.html\\n~ | ~~ | missing-field | 7
            ~sources:\\n      - https://docs.python.org/3/tutorial/datastructures.html\\n~ | ~sources: []\\n~ | missing-field | 24
            ~assesses: Whether the candidate knows how lists grow.~ | ~assesses: ""~ | missing-field | 13
            ~accepted: [append]~        | ~accepted: []~                       | missing-field    | 20
            ~id: list-copy~             | ~id: list-append~                    | duplicate-id     | 26
            ~prerequisites: []~         | ~prerequisites: [sets]~              | unreachable-topic | 5
            ~assesses: Whether the candidate knows how lists grow.~ | ~also_topics: [sets]\\n    assesses: Whether the candidate grows.~ | unknown-topic | 13
            ~It changes the list in place.~ | ~It changes `the list.~          | markdown         | 17
            ~while `extend` adds each~  | ~while `extend adds each~            | markdown         | 23
            ~while `extend` adds each~  | ~while `has_key` adds each~          | retired-name     | 22
            ~```python\\n      numbers~ | ~numbers~                            | lost-code        | 36
            ~difficulty: 0.5~           | ~difficulty: 2.5~                    | difficulty       | 30
            """)
    void aPlantedDefectIsFoundOnItsLine(String of, String to, String check, int line) {
        Diagnosis diagnosis = examine(LISTS.replace(unescaped(of), unescaped(to)));

        assertThat(diagnosis.findings())
                .filteredOn(finding -> finding.check().equals(check))
                .extracting(Finding::place)
                .containsExactly("bank/lists.yaml:" + line);
    }

    @Test
    void anEasyQuestionForSeniorsIsFoundOnItsLine() {
        Diagnosis diagnosis =
                examine(LISTS.replace("level: mid", "level: senior").replace("difficulty: 0.5", "difficulty: -1"));

        assertThat(diagnosis.findings())
                .filteredOn(finding -> finding.check().equals("difficulty"))
                .extracting(Finding::place)
                .containsExactly("bank/lists.yaml:30");
    }

    @Test
    void whatIsReadIsCountedAlthoughItsTopicIsRefused() {
        Diagnosis diagnosis = examine(LISTS.replace("[]", "[other]"), topic("other", "lists"));

        assertThat(diagnosis.findings()).extracting(Finding::check).contains("prerequisite-cycle");
        assertThat(diagnosis.questions()).isEqualTo(2);
        assertThat(diagnosis.topics()).isEqualTo(2);
    }

    @Test
    void topicsThatWantOneAnotherAreFoundBoth() {
        String one = topic("one", "other");
        String other = topic("other", "one");

        Diagnosis diagnosis = examine(one, other);

        assertThat(diagnosis.findings())
                .filteredOn(finding -> finding.check().equals("prerequisite-cycle"))
                .extracting(Finding::place)
                .containsExactly("bank/one.yaml:2", "bank/other.yaml:2");
    }

    @Test
    void theWorstComesFirst() {
        Diagnosis diagnosis =
                examine(LISTS.replace("difficulty: -1", "difficulty: 2").replace("list in place.", "list `in place."));

        assertThat(diagnosis.findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR, Severity.WARNING);
    }

    @Test
    void aCoverageFileSaysWhatIsMissing() {
        String coverage = """
                {
                  "note": "made by a tool",
                  "minimum": {"questions": 3, "graded_automatically": 1},
                  "topics": [
                    {"topic": "lists", "group": "Collections", "gists": [{"kind": "how-to", "gist": "append"}]},
                    {"topic": "sets", "gists": [{"kind": "compare"}]}
                  ],
                  "also_cover": [
                    "git"
                  ]
                }
                """;

        assertThat(examineWith(coverage).findings())
                .extracting(Finding::place)
                .containsExactly(
                        "coverage.json:5",
                        "coverage.json:6",
                        "coverage.json:6",
                        "coverage.json:6",
                        "coverage.json:9",
                        "coverage.json:1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"topics": [{"gists": []}]}                                 | 1 | topic is missing
            {"topics": [{"topic": "lists", "gists": [{"kind": "haiku"}]}]} | 1 | kind must be one of
            {"minimum": {"questions": "many"}}                          | 1 | questions must be a whole number
            not JSON: [                                                 | 1 | this is not YAML
            """)
    void aCoverageFileThatCannotBeReadIsAnError(String coverage, int line, String reason) {
        assertThat(examineWith(coverage).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo("unreadable");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.place()).isEqualTo("coverage.json:" + line);
            assertThat(finding.remedy()).startsWith(reason);
        });
    }

    private Diagnosis examine(String... files) {
        return ExamineBank.examine(
                "bank",
                bank(files),
                Optional.empty(),
                Optional.of(new Source("retired-names.json", RETIRED)),
                List.of());
    }

    private Diagnosis examineWith(String coverage) {
        return ExamineBank.examine(
                "bank", bank(LISTS), Optional.of(new Source("coverage.json", coverage)), Optional.empty(), List.of());
    }

    private Bank bank(String... files) {
        return Bank.of(Stream.of(files)
                .map(file -> new Source("bank/" + file.replaceFirst("(?s).*?slug: (\\S+).*", "$1") + ".yaml", file))
                .map(reader::read)
                .toList());
    }

    private static String topic(String slug, String prerequisite) {
        return LISTS.substring(0, LISTS.indexOf("questions:"))
                .replace("slug: lists", "slug: " + slug)
                .replace("[]", "[" + prerequisite + "]");
    }

    private static String unescaped(String text) {
        return text == null ? "" : text.replace("\\n", "\n");
    }
}
