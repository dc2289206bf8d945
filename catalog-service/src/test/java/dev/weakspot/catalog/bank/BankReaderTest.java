package dev.weakspot.catalog.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.catalog.question.AnswerKey;
import dev.weakspot.catalog.question.Choice;
import dev.weakspot.catalog.question.Criterion;
import dev.weakspot.catalog.question.Item;
import dev.weakspot.catalog.question.Kind;
import dev.weakspot.catalog.question.Level;
import dev.weakspot.catalog.question.Question;
import dev.weakspot.catalog.question.QuestionId;
import dev.weakspot.catalog.question.TopicWeights;
import dev.weakspot.catalog.topic.Topic;
import dev.weakspot.catalog.topic.TopicSlug;
import io.micronaut.validation.validator.Validator;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankReaderTest {

    /** Line by line, because the defects name lines. */
    private static final String LISTS = """
            topic:
              slug: lists
              title: Lists
              group: Collections
              prerequisites: [variables, loops]
            questions:
              - id: list-append
                version: 3
                kind: how-to
                level: junior
                difficulty: -1.5
                expected_seconds: 20
                also_topics: [methods]
                applies_to: ">=3.9"
                assesses: Whether the candidate knows the methods.
                stem: |
                  Which method puts **one** element at the end?
                hints:
                  - It changes the list.
                answer:
                  type: single-choice
                  choices:
                    - text: "`append`"
                      correct: true
                      why: One element.
                    - text: "`extend`"
                explanation: |
                  `append` takes one element.
                sources:
                  - https://docs.python.org/3/tutorial/datastructures.html
                tags: [1.10, no]
            """;

    private final BankReader reader = new BankReader(Validator.getInstance());

    @Test
    void aFileIsATopicAndItsQuestions() {
        BankFile file = read(LISTS);

        assertThat(file.defects()).isEmpty();
        assertThat(file.topics())
                .extracting(BankTopic::topic)
                .containsExactly(new Topic(
                        TopicSlug.of("lists"),
                        "Lists",
                        "Collections",
                        List.of(TopicSlug.of("variables"), TopicSlug.of("loops"))));
        assertThat(file.questions()).singleElement().satisfies(read -> {
            assertThat(read.place()).isEqualTo(new Place("question-bank/lists.yaml", 7, "question 1 (list-append)"));
            assertThat(read.id()).isEqualTo(QuestionId.of("list-append"));
            assertThat(read.version()).isEqualTo(3);
            assertThat(read.question())
                    .isEqualTo(new Question(
                            Kind.HOW_TO,
                            Level.JUNIOR,
                            -1.5,
                            Duration.ofSeconds(20),
                            List.of(TopicSlug.of("lists"), TopicSlug.of("methods")),
                            TopicWeights.FULL,
                            ">=3.9",
                            "Whether the candidate knows the methods.",
                            "Which method puts **one** element at the end?\n",
                            List.of("It changes the list."),
                            "",
                            new AnswerKey.SingleChoice(List.of(
                                    new Choice("a", "`append`", true, "One element."),
                                    new Choice("b", "`extend`", false, ""))),
                            "`append` takes one element.\n",
                            List.of(URI.create("https://docs.python.org/3/tutorial/datastructures.html")),
                            "Apache-2.0",
                            List.of("1.10", "no")));
        });
    }

    @Test
    void everyPartKnowsTheLineOfItsText() {
        BankFile file = read(LISTS);

        assertThat(file.questions().getFirst().lines())
                .containsEntry("stem", 17)
                .containsEntry("hints[0]", 19)
                .containsEntry("answer.choices[0].why", 25)
                .containsEntry("answer.choices[1].text", 26)
                .containsEntry("explanation", 28)
                .containsEntry("sources[0]", 30);
        assertThat(file.topics().getFirst().lines()).containsEntry("prerequisites", 5);
    }

    @Test
    void textsAreTakenAsTheyAreWritten() {
        BankFile file = read(withAnswer("""
                type: short-text
                accepted: [yes, 010, 1e3, ~, 12:30]
                """).replace(", ~", ""));

        assertThat(answerIn(file)).isEqualTo(new AnswerKey.ShortText(List.of("yes", "010", "1e3", "12:30"), ""));
    }

    @Test
    void theOtherTypesOfAnswersAreUnderstood() {
        assertThat(answerIn(read(withAnswer("""
                type: multiple-choice
                choices:
                  - {text: one, correct: true}
                  - {text: two, why: not at all}
                """))))
                .isEqualTo(new AnswerKey.MultipleChoice(
                        List.of(new Choice("a", "one", true, ""), new Choice("b", "two", false, "not at all"))));
        assertThat(answerIn(read(withAnswer("""
                type: code-output
                prints: |
                  [1, 2]
                """)))).isEqualTo(new AnswerKey.CodeOutput("[1, 2]\n"));
        assertThat(answerIn(read(withAnswer("""
                type: rubric
                outline: [first, then]
                model_answer: First this, then that.
                criteria:
                  - {name: definition, text: Says this, weight: 2}
                """))))
                .isEqualTo(new AnswerKey.Rubric(
                        List.of("first", "then"),
                        "First this, then that.",
                        List.of(new Criterion("definition", "Says this", 2))));
    }

    @Test
    void thingsToOrderGetLettersThatDoNotTellTheOrder() {
        AnswerKey answer = answerIn(read(withAnswer("""
                type: ordering
                items:
                  - {text: first, why: It has to.}
                  - {text: second}
                  - {text: third}
                  - {text: fourth}
                """)));

        assertThat(answer)
                .isEqualTo(new AnswerKey.Ordering(List.of(
                        new Item("b", "first", "It has to."),
                        new Item("d", "second", ""),
                        new Item("a", "third", ""),
                        new Item("c", "fourth", ""))));
    }

    @Test
    void aFurtherTopicMayCountLess() {
        Question question = questionIn(read(LISTS.replace("[methods]", "{methods: 0.4, loops: 1}")));

        assertThat(question.topics())
                .containsExactly(TopicSlug.of("lists"), TopicSlug.of("methods"), TopicSlug.of("loops"));
        assertThat(question.topicWeights().partial()).containsExactly(Map.entry(TopicSlug.of("methods"), 0.4));
    }

    @Test
    void adviceAndLicenceAreOptional() {
        Question question = questionIn(read(
                LISTS.replace("hints:", "how_to_answer: |\n      Think of **one**.\n    licence: MIT\n    hints:")));

        assertThat(question.howToAnswer()).isEqualTo("Think of **one**.\n");
        assertThat(question.licence()).isEqualTo("MIT");
    }

    @Test
    void aFileMayNameTheLicenceOfItsQuestions() {
        String file = "licence: CC-BY-4.0\n" + LISTS;

        assertThat(questionIn(read(file)).licence()).isEqualTo("CC-BY-4.0");
        assertThat(questionIn(read(file.replace("    version: 3\n", "    version: 3\n    licence: MIT\n")))
                        .licence())
                .isEqualTo("MIT");
    }

    @Test
    void aQuestionThatNamesTheBanksOwnLicenceIsTheSameQuestion() {
        assertThat(questionIn(read("licence: Apache-2.0\n" + LISTS))).isEqualTo(questionIn(read(LISTS)));
    }

    @ParameterizedTest(name = "{2}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
              slug: lists               |   slug: list            | 2: topic | slug must be the name of the file
              slug: lists               |   slug: Lists           | 2 | a topic's slug has 1 to 80 of a-z, 0-9, dot and dash, and begins with a letter or digit
              title: Lists              |                         | 2: topic | title is missing
              title: Lists              |   title: " "            | 3: topic | title must not be blank
              [variables, loops]        | [loops, loops]          | 2: topic | a prerequisite is named twice
              [variables, loops]        | loops                   | 5: topic | prerequisites must be a list
              id: list-append           | id: List append         | 7: question 1 | a question's id has 1 to 80 of a-z, 0-9, dot and dash, and begins with a letter or digit
              version: 3                | version: 0              | 8: question 1 (list-append) | version must be 1 or more
              version: 3                | version: three          | 8: question 1 (list-append) | version must be a whole number
              kind: how-to              | kind: haiku             | 9: question 1 (list-append) | kind must be one of definition, compare, how-to, how-it-works, when-to-use, common-mistake, enumerate, scenario, code-reading, explain-quickly, behavioural, ask-the-interviewer
              level: junior             | level: guru             | 10: question 1 (list-append) | level must be one of junior, mid, senior
              difficulty: -1.5          | difficulty: hard        | 11: question 1 (list-append) | difficulty must be a number
              difficulty: -1.5          | difficulty: -4.5        | 11: question 1 (list-append) | difficulty must be greater than or equal to -4
              expected_seconds: 20      | expected_seconds: 0     | 7: question 1 (list-append) | expected_seconds must be from 1 to 3600
              also_topics: [methods]    | also_topics: [lists]    | 7: question 1 (list-append) | a topic is named twice
              also_topics: [methods]    | also_topics: [a, a]     | 13: question 1 (list-append) | a topic is named twice
              also_topics: [methods]    | also_topics: {a: 0}     | 7: question 1 (list-append) | the weight of a must be above 0 and at most 1
              also_topics: [methods]    | also_topics: {a: much}  | 13: question 1 (list-append) | a must be a number
              also_topics: [methods]    | also_topics: {A: 1}     | 13: question 1 (list-append) | a topic's slug has 1 to 80 of a-z, 0-9, dot and dash, and begins with a letter or digit
              also_topics: [methods]    | also_topics: {a: 1, a: 1} | 13: question 1 (list-append) | "a" is written twice
              also_topics: [methods]    | licence: my own         | 13: question 1 (list-append) | licence must be an SPDX identifier such as CC-BY-SA-4.0
              ">=3.9"                   | "3.9+"                  | 14: question 1 (list-append) | applies_to must look like ">=4.2" or ">=4.2 <6.0"
              ">=3.9"                   | ">=3.9 <9999999999"     | 14: question 1 (list-append) | applies_to must look like ">=4.2" or ">=4.2 <6.0"
              - It changes the list.    | - " "                   | 19: question 1 (list-append) | hints[0] must not be blank
              - It changes the list.    | - Beware: it changes    | 19: question 1 (list-append) | hints must be a text; quote it if it contains ": "
              type: single-choice       | type: single_choice     | 21: question 1 (list-append) | type must be one of single-choice, multiple-choice, short-text, code-output, ordering, rubric
              correct: true             | correct: false          | 21: question 1 (list-append) | no choice is correct
              correct: true             | correct: yes            | 24: question 1 (list-append) | correct must be true or false
              - text: "`extend`"        | - text: ""              | 26: question 1 (list-append) | answer.choices[1].text must not be blank
              - text: "`extend`"        | - "`extend`"            | 26: question 1 (list-append) | choices must have fields
              - https://docs            | - http://docs           | 7: question 1 (list-append) | a source must be an https address
              - https://docs            | - https://my docs       | 30: question 1 (list-append) | Illegal character in authority at index 10: https://my docs.python.org/3/tutorial/datastructures.html
              tags: [1.10, no]          | tags: [1.10, ""]        | 31: question 1 (list-append) | tags[1] must not be blank
              """)
    void aDefectNamesLineAndReason(String of, String to, String place, String reason) {
        BankFile file = read(LISTS.replace(of.strip(), to == null ? "" : to.strip()));

        assertThat(file.defects())
                .extracting(Defect::toString)
                .containsExactly("question-bank/lists.yaml:" + place + ": " + reason);
    }

    @Test
    void aQuestionWithoutASourceIsRefused() {
        String withoutSource = LISTS.replaceAll("sources:\n.*html", "sources: []");

        assertThat(read(withoutSource).defects())
                .extracting(Defect::toString)
                .containsExactly("question-bank/lists.yaml:29: question 1 (list-append): sources needs at least one"
                        + " address");
    }

    @Test
    void oneBadQuestionLeavesTheOthersAlone() {
        String second = LISTS.substring(LISTS.indexOf("  - id")).replace("list-append", "list-extend");

        BankFile file = read(LISTS.replace("correct: true", "correct: false") + second);

        assertThat(file.questions()).extracting(BankQuestion::id).containsExactly(QuestionId.of("list-extend"));
        assertThat(file.defects()).hasSize(1);
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        BankFile file = read(LISTS.replace("id: list-append", "name: list-append")
                .replace("version: 3", "version: three")
                .replace("kind: how-to", "kind: haiku")
                .replace("level: junior", "difficulty: 1")
                .replace("expected_seconds: 20", "expected_seconds: 0")
                .replace("assesses: Whether", "asesses: Whether")
                .replace("correct: true", "correct: yes")
                .replace("tags: [1.10, no]", "tags: [\"\"]"));

        assertThat(file.defects())
                .extracting(
                        defect -> defect.place().line() + " " + defect.reason().replaceFirst(";.*|one of.*", "…"))
                .containsExactly(
                        "7 \"name\" is no field here…",
                        "7 id is missing",
                        "7 level is missing",
                        "7 assesses is missing",
                        "7 expected_seconds must be from 1 to 3600",
                        "8 version must be a whole number",
                        "9 kind must be …",
                        "24 correct must be true or false");
    }

    @Test
    void whatStandsInForAFaultHasNone() {
        assertThat(read(LISTS.replaceAll("(?s)id: list-append.*", "name: nothing\n"))
                        .defects())
                .extracting(Defect::reason)
                .filteredOn(reason -> !reason.startsWith("\"name\""))
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason).endsWith(" is missing"));
    }

    @Test
    void everyBoundThatIsBrokenIsNamed() {
        BankFile file =
                read(LISTS.replace("- It changes the list.", "- \" \"").replace("text: \"`extend`\"", "text: \"\""));

        assertThat(file.defects())
                .extracting(Defect::reason)
                .containsExactly("hints[0] must not be blank", "answer.choices[1].text must not be blank");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [variables, loops]| [variables, loops | 6 | this is not YAML: expected ',' or ']'
            title: Lists      | title: Li: sts      | 3  | this is not YAML: quote the text: it contains ": "
            title: Lists      | title: A\\n   b: c    | 4  | this is not YAML: quote the text if ": " belongs to it, else indent the line like its neighbours
            title: Lists      | title: Li<7>sts | 3  | a character that YAML does not allow
            title: Lists      | title: Li<FFFD>sts | 3  | a character that is not UTF-8
            [variables, loops]| &all [*all]         | 1  | this is not YAML: Number of aliases for non-scalar nodes exceeds
            questions:        | question:           | 6  | "question" is no field here; there are topic, licence, questions
            topic:            | topics:             | 1  | "topics" is no field here; there are topic, licence, questions
            """)
    void aFileThatCannotBeReadSaysWhere(String of, String to, int line, String reason) {
        String text = LISTS.replace(
                of, to.replace("<7>", "\u0007").replace("<FFFD>", "\uFFFD").replace("\\n", "\n"));

        assertThat(read(text).defects()).singleElement().satisfies(defect -> {
            assertThat(defect.reason()).startsWith(reason);
            assertThat(defect.place()).isEqualTo(new Place("question-bank/lists.yaml", line, ""));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~             | the file is empty
            # a comment    | the file is empty
            - a list       | the file must have fields
            just a text    | the file must have fields
            """)
    void aFileOfSomethingElseIsRefused(String text, String reason) {
        assertThat(read(text).defects())
                .extracting(Defect::toString)
                .containsExactly("question-bank/lists.yaml:1: " + reason);
    }

    private BankFile read(String text) {
        return reader.read(new Source("question-bank/lists.yaml", text));
    }

    /** The file with another answer in the place of its own. */
    private static String withAnswer(String answer) {
        return LISTS.replaceAll("(?s)answer:\n.*?explanation", "answer:\n" + answer.indent(6) + "    explanation");
    }

    private static AnswerKey answerIn(BankFile file) {
        return questionIn(file).answer();
    }

    private static Question questionIn(BankFile file) {
        assertThat(file.defects()).isEmpty();
        return file.questions().getFirst().question();
    }
}
