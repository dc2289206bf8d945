package dev.weakspot.catalog.doctor;

import static dev.weakspot.catalog.doctor.AQuestion.bank;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.catalog.question.Kind;
import dev.weakspot.catalog.question.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DoctorTest {

    /** Each check is shown by itself elsewhere; here, that none is forgotten when a bank is examined. */
    @Test
    void everyCheckIsCarriedOut() {
        Stream<AQuestion> biased = IntStream.range(0, 8).mapToObj(n -> AQuestion.called("biased-" + n)
                .asks("Which of these is number " + n + "?")
                .offers("no", "*yes, it is", "nope", "never"));
        Stream<AQuestion> broken = Stream.of(
                AQuestion.called("same").asks("Which method puts one element at the end of a list?"),
                AQuestion.called("again").asks("Which method puts one element at the end of a list?"),
                AQuestion.called("off-topic")
                        .wantsSpeech(
                                "The tower was finished for an exhibition in May and stands beside a wide, slow river full of boats."),
                AQuestion.called("lost-code").of(Kind.CODE_READING),
                AQuestion.called("thin").explains("So it is.").assesses("Lists."),
                AQuestion.called("too-hard").at(Level.JUNIOR, 1.5),
                AQuestion.called("markdown").explains("The method `append adds one element at the end of the list."),
                AQuestion.called("stale").explains("The method has_key looks for one element at the end."));
        ExaminedBank planted = withTopic(bank(Stream.concat(biased, broken)), AQuestion.topic("sets", "nowhere"));
        var wanted = new Coverage("coverage.json:1", List.of(), List.of(), new Coverage.Minimum(99, 0, 0, 0, 0));

        Diagnosis diagnosis = new Doctor(wanted, List.of(new RetiredName("has_key", "3.0", "in"))).examine(planted);

        assertThat(diagnosis.findings())
                .extracting(Finding::check)
                .contains(
                        "exact-duplicate",
                        "shared-answer",
                        "off-topic-answer",
                        "lost-code",
                        "thin-explanation",
                        "thin-aim",
                        "unreachable-topic",
                        "empty-topic",
                        "coverage",
                        "longest-correct",
                        "position-bias",
                        "difficulty",
                        "markdown",
                        "retired-name");
        assertThat(diagnosis.findings()).isSortedAccordingTo(Comparator.comparing(Finding::severity));
    }

    private static ExaminedBank withTopic(ExaminedBank bank, ExaminedTopic topic) {
        List<ExaminedTopic> topics = new ArrayList<>(bank.topics());
        topics.add(topic);
        return new ExaminedBank(bank.name(), topics, bank.questions(), bank.refused());
    }
}
