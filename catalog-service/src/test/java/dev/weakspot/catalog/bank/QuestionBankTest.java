package dev.weakspot.catalog.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weakspot.catalog.question.AnswerKey;
import dev.weakspot.catalog.question.Question;
import dev.weakspot.catalog.topic.Topic;
import dev.weakspot.catalog.topic.TopicSlug;
import io.micronaut.core.io.scan.ClassPathResourceLoader;
import io.micronaut.validation.validator.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The bank that we ship. */
class QuestionBankTest {

    private static final Pattern PROGRAM = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);

    private static final Bank BANK = read();

    @Test
    void nothingIsRefused() {
        assertThat(BANK.defects()).isEmpty();
    }

    @Test
    void itCoversItsGround() {
        assertThat(BANK.questions()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(BANK.topics()).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void everyTypeOfAnswerIsThere() {
        Set<String> types = BANK.questions().stream()
                .map(candidate -> candidate.question().answer().type())
                .collect(Collectors.toSet());

        assertThat(types)
                .containsExactlyInAnyOrder(
                        "single-choice", "multiple-choice", "short-text", "code-output", "ordering", "rubric");
    }

    @Test
    void everyTopicIsKnownAndHasAQuestion() {
        Set<TopicSlug> known =
                BANK.topics().stream().map(BankTopic::topic).map(Topic::slug).collect(Collectors.toSet());

        Set<TopicSlug> asked = BANK.questions().stream()
                .flatMap(candidate -> candidate.question().topics().stream())
                .collect(Collectors.toSet());

        assertThat(asked).isEqualTo(known);
        assertThat(BANK.topics()).allSatisfy(candidate -> assertThat(known)
                .containsAll(candidate.topic().prerequisites()));
    }

    @TestFactory
    Stream<DynamicTest> everyQuestionIsComplete() {
        return BANK.questions().stream()
                .map(candidate -> dynamicTest(candidate.place().toString(), () -> {
                    Question question = candidate.question();

                    assertThat(question.topics()).hasSizeBetween(1, 3);
                    assertThat(question.explanation()).hasSizeGreaterThan(40);
                    assertThat(question.sources()).isNotEmpty();
                    assertThat(question.appliesTo()).isNotEmpty();
                    assertThat(question.difficulty()).isBetween(-2.0, 2.0);
                }));
    }

    /** A claim about Python is cheap to check; without a python3 it is skipped. */
    @TestFactory
    Stream<DynamicTest> programsPrintWhatTheBankClaims() {
        return BANK.questions().stream()
                .filter(candidate -> candidate.question().answer() instanceof AnswerKey.CodeOutput)
                .map(candidate -> dynamicTest(candidate.place().toString(), () -> {
                    assumeTrue(hasPython(), "there is no python3");
                    Matcher program = PROGRAM.matcher(candidate.question().stem());
                    assertThat(program.find())
                            .as("a python program in the stem")
                            .isTrue();

                    String printed = run(program.group(1));

                    assertThat(lines(printed)).isEqualTo(lines(prints(candidate.question())));
                }));
    }

    private static String prints(Question question) {
        return ((AnswerKey.CodeOutput) question.answer()).prints();
    }

    /** As answers are compared: blanks at the ends of lines and empty lines at the end do not count. */
    private static List<String> lines(String text) {
        return text.stripTrailing().lines().map(String::stripTrailing).toList();
    }

    private static boolean hasPython() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String run(String program) throws IOException, InterruptedException {
        Process python = new ProcessBuilder("python3", "-I", "-c", program)
                .redirectErrorStream(true)
                .start();
        String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor(20, TimeUnit.SECONDS)).as("the program ends").isTrue();
        return printed;
    }

    private static Bank read() {
        var files = new BankFiles(
                new BankConfiguration(true, "question-bank", ""),
                ClassPathResourceLoader.defaultLoader(QuestionBankTest.class.getClassLoader()));
        var reader = new BankReader(Validator.getInstance());
        return Bank.of(files.readAll().stream().map(reader::read).toList());
    }
}
