package dev.weakspot.catalog.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weakspot.catalog.doctor.Coverage;
import dev.weakspot.catalog.doctor.Diagnosis;
import dev.weakspot.catalog.doctor.Severity;
import dev.weakspot.catalog.question.Question;
import dev.weakspot.catalog.topic.Topic;
import dev.weakspot.catalog.topic.TopicSlug;
import io.micronaut.core.io.scan.ClassPathResourceLoader;
import io.micronaut.validation.validator.Validator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The bank that we ship. */
class QuestionBankTest {

    private static final BankFiles FILES = new BankFiles(
            new BankConfiguration(true, "question-bank", ""),
            ClassPathResourceLoader.defaultLoader(QuestionBankTest.class.getClassLoader()));

    private static final BankReader READER = new BankReader(Validator.getInstance());

    private static final Bank BANK = read();

    @Test
    void nothingIsRefused() {
        assertThat(BANK.defects()).isEmpty();
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
                    assertThat(question.difficulty()).isBetween(-2.0, 2.0);
                }));
    }

    /** A claim about Python is cheap to check; without a python3 it is skipped. */
    @Test
    void programsPrintWhatTheBankClaims() {
        Programs programs = Programs.ofPython();
        assumeTrue(programs.canRun(), "there is no python3");

        assertThat(programs.examine("question-bank", BANK)).isEmpty();
    }

    @Test
    void theDoctorFindsNoErrorAndNoWarning() {
        Diagnosis diagnosis = new ExamineBank(FILES, READER).examine();

        assertThat(diagnosis.findings())
                .filteredOn(finding -> finding.severity() != Severity.NOTE)
                .isEmpty();
        assertThat(diagnosis.questions()).isEqualTo(BANK.questions().size());
    }

    /** The doctor is quiet, and not asleep: what it holds the bank against is what the bank has promised. */
    @Test
    void theDoctorKnowsWhatIsToBeCovered() {
        Coverage wanted = FILES.find(CoverageFile.NAME).map(CoverageFile::read).orElse(Coverage.NOTHING);

        assertThat(wanted.minimum()).isEqualTo(new Coverage.Minimum(220, 130, 3, 2, 2));
        assertThat(wanted.topics()).hasSize(54).allSatisfy(topic -> assertThat(topic.gists())
                .isNotEmpty()
                .allSatisfy(gist -> assertThat(gist.answeredBy()).isNotEmpty()));
        assertThat(wanted.alsoTopics()).hasSize(15);
    }

    @Test
    void theDoctorKnowsWhatIsHistory() {
        assertThat(FILES.find(RetiredNamesFile.NAME).map(RetiredNamesFile::read).orElse(List.of()))
                .hasSizeGreaterThan(50);
    }

    private static Bank read() {
        return Bank.of(FILES.readAll().stream().map(READER::read).toList());
    }
}
