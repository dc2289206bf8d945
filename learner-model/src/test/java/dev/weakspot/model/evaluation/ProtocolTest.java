package dev.weakspot.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.model.evaluation.Protocol.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtocolTest {

    private final List<Answer> answers = new Classroom(1, true).answers(8, 3);

    @Test
    void prequentiallyEveryAnswerCountsInItsTurnAndIsLearned() {
        List<Step> steps = new Protocol.Prequential().steps(answers);

        assertThat(steps).extracting(Step::answer).isEqualTo(answers);
        assertThat(steps).allMatch(step -> step.counts() && !step.isFrozen());
    }

    @Test
    void aSplitComesLastLearnerByLearner() {
        List<Step> steps = new Protocol.Split("test", true).steps(answers);

        assertThat(steps).hasSameSizeAs(answers);
        assertThat(steps.subList(0, 18)).allMatch(step -> !step.counts() && !step.isFrozen());
        assertThat(steps.subList(18, 24)).allMatch(step -> step.counts() && step.isFrozen());
        assertThat(steps.subList(18, 24))
                .extracting(step -> step.answer().learner())
                .containsExactly(6, 6, 6, 7, 7, 7);
    }

    @Test
    void onlineASplitIsLearnedToo() {
        List<Step> steps = new Protocol.Split("test", false).steps(answers);

        assertThat(steps).noneMatch(Step::isFrozen);
    }
}
