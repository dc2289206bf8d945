package dev.weakspot.catalog.doctor;

import static dev.weakspot.catalog.doctor.AQuestion.topic;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReachabilityTest {

    private final Check check = new Reachability();

    @Test
    void aTopicBehindAMissingOrCircularOneIsNeverReached() {
        List<Finding> findings = examine(
                List.of("lists", "missing-before", "behind", "circle-a", "circle-b"),
                topic("lists"),
                topic("missing-before", "nowhere"),
                topic("behind", "lists", "missing-before"),
                topic("circle-a", "circle-b"),
                topic("circle-b", "circle-a"));

        assertThat(findings)
                .allSatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.check()).isEqualTo("unreachable-topic");
                })
                .extracting(Finding::place)
                .containsExactly("missing-before.yaml:5", "behind.yaml:5", "circle-a.yaml:5", "circle-b.yaml:5");
    }

    @Test
    void aTopicThatNobodyAsksAboutIsAWarning() {
        assertThat(examine(List.of("lists"), topic("lists"), topic("sets")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.check()).isEqualTo("empty-topic");
                    assertThat(finding.place()).isEqualTo("sets.yaml:5");
                });
    }

    @Test
    void aQuestionAboutATopicThatIsNotThereIsAnError() {
        assertThat(examine(List.of("lists", "sets"), topic("lists")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.check()).isEqualTo("unknown-topic");
                    assertThat(finding.remedy()).contains("about sets");
                });
    }

    @Test
    void topicsThatBuildOnOneAnotherAreFine() {
        assertThat(examine(List.of("lists", "sets"), topic("sets", "lists"), topic("lists")))
                .isEmpty();
    }

    /** A bank of these topics with a question about each of the others. */
    private List<Finding> examine(List<String> asked, ExaminedTopic... topics) {
        List<ExaminedQuestion> questions = asked.stream()
                .map(slug -> AQuestion.called("about-" + slug).about(slug).examined())
                .toList();
        return check.examine(new ExaminedBank("bank", Stream.of(topics).toList(), questions, List.of()));
    }
}
