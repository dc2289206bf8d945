package dev.weakspot.catalog.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weakspot.catalog.doctor.Diagnosis;
import dev.weakspot.catalog.question.Kind;
import io.micronaut.validation.validator.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/question-bank.md} tells authors is what the reader understands. */
class DocumentedFormatTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path BANK_TO_COPY = DOCS.resolve("example-bank");
    private static final BankReader READER = new BankReader(Validator.getInstance());

    @Test
    void theCompleteFileIsUnderstood() throws IOException {
        BankFile file = READER.read(completeFile());

        assertThat(file.defects()).isEmpty();
        assertThat(file.questions()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everyAnswerIsUnderstood(String answer) throws IOException {
        Source complete = completeFile();
        String other = complete.text()
                .replaceFirst("(?ms)^    answer:.*?(?=^    explanation:)", Matcher.quoteReplacement(answer));

        BankFile file = READER.read(new Source(complete.name(), other));

        assertThat(file.defects()).isEmpty();
        assertThat(file.questions().getFirst().question().answer().type()).isEqualTo(type(answer));
    }

    @Test
    void everyTypeOfAnswerIsShown() throws IOException {
        assertThat(answers().map(DocumentedFormatTest::type))
                .containsExactlyInAnyOrder(
                        "single-choice", "multiple-choice", "short-text", "code-output", "ordering", "rubric");
    }

    @Test
    void everyKindIsExplained() throws IOException {
        assertThat(Stream.of(Kind.values()).map(kind -> "\n| `" + kind.word() + "` | "))
                .allSatisfy(row -> assertThat(page()).contains(row));
    }

    @Test
    void theFilesBesideABankAreUnderstood() throws IOException {
        List<String> json = blocks("json");

        assertThat(CoverageFile.read(new Source("coverage.json", json.getFirst()))
                        .topics())
                .hasSize(1);
        assertThat(RetiredNamesFile.read(new Source("retired-names.json", json.getLast())))
                .hasSize(1);
    }

    @Test
    void theBankToCopyHasOneQuestionOfEachKindAndIsHealthy() throws IOException {
        Bank bank = bankToCopy();
        Source coverage = BankFiles.read(BANK_TO_COPY.resolve(CoverageFile.NAME), CoverageFile.NAME);

        Diagnosis diagnosis =
                ExamineBank.examine("example-bank", bank, Optional.of(coverage), Optional.empty(), List.of());

        assertThat(diagnosis.findings()).isEmpty();
        assertThat(bank.questions())
                .extracting(candidate -> candidate.question().kind())
                .containsExactlyInAnyOrder(Kind.values());
    }

    @Test
    void theProgramsOfTheBankToCopyPrintWhatItClaims() throws IOException {
        Programs programs = Programs.ofPython();
        assumeTrue(programs.canRun(), "there is no python3");

        assertThat(programs.examine("example-bank", bankToCopy())).isEmpty();
    }

    static Stream<String> answers() throws IOException {
        return blocks("yaml").stream().filter(block -> block.startsWith("    answer:"));
    }

    private static Bank bankToCopy() throws IOException {
        return Bank.of(BankFiles.readFolder(BANK_TO_COPY, "example-bank").stream()
                .map(READER::read)
                .toList());
    }

    private static Source completeFile() throws IOException {
        return new Source("bank/lists.yaml", blocks("yaml").getFirst());
    }

    private static String type(String answer) {
        return answer.replaceFirst("(?s).*?type: (\\S+).*", "$1");
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(page())
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String page() throws IOException {
        return Files.readString(DOCS.resolve("question-bank.md"));
    }
}
