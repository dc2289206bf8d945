package dev.weakspot.recommendation.belief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.lean.SinglePart;
import dev.weakspot.model.quality.RunningQuality;
import dev.weakspot.recommendation.learner.LearnerId;
import dev.weakspot.recommendation.training.LearningModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FoldTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final LearnerId ADA = new LearnerId(new UUID(0, 0xada));

    @Test
    void attemptsThatWereAppliedChangeNothing() {
        Learner known = fold(List.of(), List.of(attempt(1), attempt(2))).learner(ADA);
        Fold fold = new Fold(aModel(), List.of(known), List.of());

        fold.add(attempt(2));
        fold.add(attempt(1));

        assertThat(fold.learned()).isEmpty();
        assertThat(fold.waiting()).isEmpty();
        assertThat(fold.learner(ADA)).isSameAs(known);
        assertThat(known.memory().attempts()).isEqualTo(2);
    }

    @Test
    void whatComesBehindAGapWaits() {
        Fold fold = fold(List.of(), List.of(attempt(1), attempt(3), attempt(4)));

        assertThat(sequences(fold)).containsExactly(1L);
        assertThat(fold.waiting()).containsExactly(attempt(3), attempt(4));
    }

    @Test
    void whatWaitsSinceEarlierIsLearnedWhenTheGapFills() {
        Learner known = fold(List.of(), List.of(attempt(1))).learner(ADA);

        Fold fold = new Fold(aModel(), List.of(known), List.of(attempt(3), attempt(5)));
        fold.add(attempt(2));

        assertThat(sequences(fold)).containsExactly(2L, 3L);
        assertThat(fold.waiting()).containsExactly(attempt(5));
    }

    @Property
    void theOrderOfArrivalDoesNotMatterNorHowOften(@ForAll("arrivals") List<Long> arrivals) {
        List<NumberedAttempt> all =
                LongStream.rangeClosed(1, 6).mapToObj(FoldTest::attempt).toList();
        List<NumberedAttempt> disordered =
                new ArrayList<>(arrivals.stream().map(FoldTest::attempt).toList());
        disordered.addAll(all);

        Fold fold = fold(List.of(), disordered);

        assertThat(fold.learned()).isEqualTo(fold(List.of(), all).learned());
        assertThat(fold.learner(ADA).memory().toBytes())
                .isEqualTo(fold(List.of(), all).learner(ADA).memory().toBytes());
        assertThat(fold.waiting()).isEmpty();
    }

    @Test
    void whatWasExpectedIsFromBeforeTheAnswer() {
        Fold fold = fold(List.of(), List.of(attempt(1), attempt(2)));

        assertThat(fold.learned())
                .extracting(learned -> learned.model().toString())
                .containsExactly("core@0", "core@1");
        assertThat(fold.learned().getFirst().predicted()).isEqualTo(.5);
        assertThat(fold.learned().getLast().predicted()).isNotEqualTo(.5);
    }

    @Test
    void whatNobodyDidMovesItsLearnerAndNothingThatIsEverybodys() {
        LearningModel model = aModel();
        Fold fold = new Fold(model, List.of(), List.of());
        NumberedAttempt real = attempt(1);

        fold.add(new NumberedAttempt(ADA, 1, real.attemptId(), real.attempt(), true));

        assertThat(fold.learner(ADA).memory().attempts()).isEqualTo(1);
        assertThat(model.parameters().toBytes()).isEqualTo(aModel().parameters().toBytes());
        assertThat(model.version()).hasToString("core@0");
    }

    @Provide
    Arbitrary<List<Long>> arrivals() {
        return Arbitraries.longs().between(1, 6).list().ofMaxSize(12);
    }

    private static Fold fold(List<NumberedAttempt> held, List<NumberedAttempt> attempts) {
        Fold fold = new Fold(aModel(), List.of(), held);
        attempts.forEach(fold::add);
        return fold;
    }

    private static LearningModel aModel() {
        return new LearningModel("core", SinglePart.bayesianCore(), SinglePart.untrained(), new RunningQuality());
    }

    private static List<Long> sequences(Fold fold) {
        return fold.learned().stream().map(each -> each.attempt().sequence()).toList();
    }

    private static NumberedAttempt attempt(long sequence) {
        Question question = new Question(new QuestionId("question-" + sequence % 2), List.of(new TopicSlug("orm")), 0);
        return new NumberedAttempt(
                ADA, sequence, new UUID(1, sequence), new Attempt(question, sequence % 3 == 0 ? 0 : 1, MONDAY));
    }
}
