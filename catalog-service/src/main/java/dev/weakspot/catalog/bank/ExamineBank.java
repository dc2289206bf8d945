package dev.weakspot.catalog.bank;

import dev.weakspot.catalog.doctor.Coverage;
import dev.weakspot.catalog.doctor.Diagnosis;
import dev.weakspot.catalog.doctor.Doctor;
import dev.weakspot.catalog.doctor.ExaminedBank;
import dev.weakspot.catalog.doctor.ExaminedQuestion;
import dev.weakspot.catalog.doctor.ExaminedTopic;
import dev.weakspot.catalog.doctor.Finding;
import dev.weakspot.catalog.doctor.Lines;
import dev.weakspot.catalog.doctor.RetiredName;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Takes the bank's files to the doctor. Changes nothing; the same files have the same diagnosis. An examination takes the
 * doctor a second or two, so there is one at a time and none of files that have not changed. Threads may share it.
 */
@Singleton
class ExamineBank {

    private final BankFiles files;
    private final BankReader reader;

    private Optional<Examined> last = Optional.empty();

    ExamineBank(BankFiles files, BankReader reader) {
        this.files = files;
        this.reader = reader;
    }

    /** What was looked at, and what came of it. */
    private record Examined(
            List<Source> files, Optional<Source> coverage, Optional<Source> retired, Diagnosis diagnosis) {

        boolean isOf(List<Source> files, Optional<Source> coverage, Optional<Source> retired) {
            return this.files.equals(files) && this.coverage.equals(coverage) && this.retired.equals(retired);
        }
    }

    synchronized Diagnosis examine() {
        List<Source> found = files.readAll();
        Optional<Source> coverage = files.find(CoverageFile.NAME);
        Optional<Source> retired = files.find(RetiredNamesFile.NAME);
        Examined examined = last.filter(before -> before.isOf(found, coverage, retired))
                .orElseGet(() -> {
                    Bank bank = Bank.of(found.stream().map(reader::read).toList());
                    Diagnosis diagnosis = examine(files.name(), bank, coverage, retired, List.of());
                    return new Examined(List.copyOf(found), coverage, retired, diagnosis);
                });
        last = Optional.of(examined);
        return examined.diagnosis();
    }

    /**
     * Examines a bank.
     *
     * @param name what to call it as a whole
     * @param known what is known about it already
     */
    static Diagnosis examine(
            String name, Bank bank, Optional<Source> coverage, Optional<Source> retired, List<Finding> known) {
        List<Finding> findings = new ArrayList<>(known);
        bank.defects().forEach(defect -> findings.add(toFinding(defect)));
        Coverage wanted = read(coverage, CoverageFile::read, Coverage.NOTHING, findings);
        List<RetiredName> names = read(retired, RetiredNamesFile::read, List.of(), findings);
        return new Doctor(wanted, names).examine(toExamined(name, bank, findings));
    }

    private static <T> T read(Optional<Source> source, Function<Source, T> reader, T otherwise, List<Finding> refused) {
        if (source.isEmpty()) {
            return otherwise;
        }
        try {
            return reader.apply(source.get());
        } catch (Misreading e) {
            refused.add(Finding.error("unreadable", source.get().name() + ":" + e.line(), "%s.", e.reason()));
            return otherwise;
        }
    }

    private static ExaminedBank toExamined(String name, Bank bank, List<Finding> refused) {
        return new ExaminedBank(
                name,
                Stream.concat(bank.topics().stream(), bank.circularTopics().stream())
                        .map(topic -> new ExaminedTopic(topic.topic(), lines(topic.place(), topic.lines())))
                        .toList(),
                bank.questions().stream()
                        .map(question -> new ExaminedQuestion(
                                question.id(), question.question(), lines(question.place(), question.lines())))
                        .toList(),
                refused);
    }

    private static Lines lines(Place place, Map<String, Integer> ofParts) {
        return new Lines(place.file(), place.line(), ofParts);
    }

    private static Finding toFinding(Defect defect) {
        Place place = defect.place();
        String subject = place.subject().isEmpty() ? "The file" : place.subject();
        return Finding.error(
                defect.flaw().check(),
                place.file() + ":" + place.line(),
                "%s is refused: %s. See \"What is refused\" in docs/question-bank.md.",
                subject,
                defect.reason());
    }
}
