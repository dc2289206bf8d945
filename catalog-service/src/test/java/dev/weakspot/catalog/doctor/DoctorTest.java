package dev.weakspot.catalog.doctor;

import static dev.weakspot.catalog.doctor.AQuestion.bank;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.catalog.question.Kind;
import dev.weakspot.catalog.question.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DoctorTest {

    private static final Path DOCUMENTATION = Path.of("../docs/question-bank.md");

    /** Each check is shown by itself elsewhere; here, that the documentation names those that are carried out and no others. */
    @Test
    void everyDocumentedCheckIsCarriedOut() throws IOException {
        Diagnosis diagnosis = examine(aBankWithEveryDefect());

        Set<String> carriedOut =
                diagnosis.findings().stream().map(Finding::check).collect(Collectors.toSet());
        // Programs are run elsewhere, and only when somebody asks for it.
        carriedOut.add("program-output");
        assertThat(carriedOut).isEqualTo(documentedChecks());
    }

    @Test
    void theWorstFindingsComeFirst() {
        Diagnosis diagnosis = examine(aBankWithEveryDefect());

        assertThat(diagnosis.findings()).isSortedAccordingTo(Comparator.comparing(Finding::severity));
    }

    private static Diagnosis examine(ExaminedBank bank) {
        var wanted = new Coverage("coverage.json:1", List.of(), List.of(), new Coverage.Minimum(99, 0, 0, 0, 0));
        return new Doctor(wanted, List.of(new RetiredName("has_key", "3.0", "in"))).examine(bank);
    }

    private static ExaminedBank aBankWithEveryDefect() {
        Stream<AQuestion> biased = IntStream.range(0, 8).mapToObj(n -> AQuestion.called("biased-" + n)
                .asks("Which of these is number " + n + "?")
                .offers("no", "*yes, it is", "nope", "never"));
        Stream<AQuestion> broken = Stream.of(
                AQuestion.called("same").asks("Which method puts one element at the end of a list?"),
                AQuestion.called("again").asks("Which method puts one element at the end of a list?"),
                AQuestion.called("nearly").asks("Which method puts one new element at the end of a list?"),
                AQuestion.called("off-topic")
                        .wantsSpeech(
                                "The tower was finished for an exhibition in May and stands beside a wide, slow river full of boats."),
                AQuestion.called("lost-code").of(Kind.CODE_READING),
                AQuestion.called("thin").explains("So it is.").assesses("Lists."),
                AQuestion.called("too-hard").at(Level.JUNIOR, 1.5),
                AQuestion.called("markdown").explains("The method `append adds one element at the end of the list."),
                AQuestion.called("stale").explains("The method has_key looks for one element at the end."),
                AQuestion.called("astray").about("lists", "ghosts"));
        return withTopics(
                bank(Stream.concat(biased, broken)), AQuestion.topic("lists"), AQuestion.topic("sets", "nowhere"));
    }

    /** The names in the first column of the table under "The doctor". */
    private static Set<String> documentedChecks() throws IOException {
        String chapter = Files.readString(DOCUMENTATION).replaceFirst("(?s).*\n## The doctor\n", "");
        return Pattern.compile("^\\| (`[a-z` -]+`) \\|", Pattern.MULTILINE)
                .matcher(chapter)
                .results()
                .flatMap(row -> Stream.of(row.group(1).replace("`", "").split(" ")))
                .collect(Collectors.toSet());
    }

    private static ExaminedBank withTopics(ExaminedBank bank, ExaminedTopic... topics) {
        return new ExaminedBank(bank.name(), List.of(topics), bank.questions(), bank.refused());
    }
}
