package dev.weakspot.model.lean;

import static dev.weakspot.model.lean.Histories.FORMS;
import static dev.weakspot.model.lean.Histories.ORM;
import static dev.weakspot.model.lean.Histories.SPARSE_BITS;
import static dev.weakspot.model.lean.Histories.VIEWS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.QuestionId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private final Lean model = new Lean();

    @Property(tries = 100)
    void changesTakenOnTheWayAddUpToTheSnapshot(
            @ForAll @IntRange(max = 50) int attempts,
            @ForAll @IntRange(min = 1, max = 20) int batch,
            @ForAll long seed) {
        Parameters trainer = Parameters.untrained(SPARSE_BITS);
        Parameters reader = Parameters.untrained(SPARSE_BITS);
        LearnerMemory ada = new LearnerMemory();
        List<Attempt> history = Histories.dated(attempts, seed);
        for (int start = 0; start < attempts; start += batch) {
            history.subList(start, Math.min(attempts, start + batch))
                    .forEach(attempt -> model.learn(ada, trainer, attempt));
            reader.apply(trainer.takeChanges());
        }

        assertThat(reader.version()).isEqualTo(attempts);
        assertThat(reader.toBytes()).isEqualTo(trainer.toBytes());
    }

    @Property(tries = 100)
    void whoReadsIsNotDisturbedByChanges(
            @ForAll @IntRange(max = 50) int before,
            @ForAll @IntRange(min = 1, max = 50) int after,
            @ForAll @IntRange(min = 1, max = 20) int batch,
            @ForAll long seed) {
        Parameters trainer = Parameters.untrained(SPARSE_BITS);
        LearnerMemory ada = new LearnerMemory();
        List<Attempt> history = Histories.dated(before + after, seed);
        history.subList(0, before).forEach(attempt -> model.learn(ada, trainer, attempt));
        Parameters read = Parameters.of(trainer.toBytes());
        byte[] whatIsRead = read.toBytes();
        trainer.takeChanges();
        List<byte[]> changes = new ArrayList<>();
        for (int start = before; start < before + after; start += batch) {
            history.subList(start, Math.min(before + after, start + batch))
                    .forEach(attempt -> model.learn(ada, trainer, attempt));
            changes.add(trainer.takeChanges());
        }

        Parameters next = read.with(changes.getFirst());
        byte[] whatIsNext = next.toBytes();
        Parameters newest = next;
        for (byte[] change : changes.subList(1, changes.size())) {
            newest = newest.with(change);
        }
        Parameters atOnce = read.with(changes.getFirst());
        changes.subList(1, changes.size()).forEach(atOnce::apply);

        assertThat(newest.toBytes()).isEqualTo(trainer.toBytes());
        assertThat(atOnce.toBytes()).isEqualTo(trainer.toBytes());
        assertThat(next.toBytes()).isEqualTo(whatIsNext);
        assertThat(read.toBytes()).isEqualTo(whatIsRead);
    }

    @Test
    void aSnapshotGivesTheSameParameters() {
        Parameters trained = trained(80);
        trained.relate(FORMS, List.of(VIEWS, ORM));

        Parameters loaded = Parameters.of(trained.toBytes());

        assertThat(loaded.toBytes()).isEqualTo(trained.toBytes());
        assertThat(loaded.topic("forms").prerequisites).hasSize(2);
    }

    @Test
    void whoLoadsASnapshotTakesChangesFromThereOn() {
        Parameters trained = trained(20);
        Parameters loaded = Parameters.of(trained.toBytes());
        model.learn(new LearnerMemory(), loaded, new Attempt(Histories.CLEANING, 1, Histories.MONDAY));

        trained.apply(loaded.takeChanges());

        assertThat(trained.toBytes()).isEqualTo(loaded.toBytes());
    }

    @Test
    void whatWasReplacedIsNotToldAnyMore() {
        Parameters trained = trained(20);
        Parameters ahead = Parameters.of(trained.toBytes());
        model.learn(new LearnerMemory(), ahead, new Attempt(Histories.CLEANING, 1, Histories.MONDAY));

        trained.apply(ahead.takeChanges());

        assertThat(trained.takeChanges())
                .isEqualTo(Parameters.of(trained.toBytes()).takeChanges());
    }

    @Test
    void whatHasNotMovedIsNotTold() {
        Parameters trained = trained(200);
        trained.takeChanges();
        LearnerMemory ada = new LearnerMemory();

        model.learn(ada, trained, new Attempt(Histories.CLEANING, 1, Histories.MONDAY));
        byte[] changes = trained.takeChanges();

        assertThat(changes).hasSizeLessThan(trained.toBytes().length / 2);
        assertThat(trained.takeChanges().length).isLessThan(changes.length);
    }

    @Test
    void relationsThatAreKnownAlreadyAreNotToldAgain() {
        Parameters trained = trained(20);
        trained.relate(FORMS, List.of(VIEWS, ORM));
        trained.relate(ORM, List.of());
        trained.takeChanges();
        byte[] nothing = trained.takeChanges();

        trained.relate(FORMS, List.of(VIEWS, ORM));
        trained.relate(ORM, List.of());

        assertThat(trained.takeChanges()).isEqualTo(nothing);
    }

    @Test
    void changesThatDoNotFollowAreRefused() {
        Parameters trainer = trained(10);
        trainer.takeChanges();
        model.learn(new LearnerMemory(), trainer, new Attempt(Histories.CLEANING, 1, Histories.MONDAY));
        byte[] second = trainer.takeChanges();

        assertThatThrownBy(() -> Parameters.untrained(SPARSE_BITS).apply(second))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("since version 10");
    }

    @Test
    void aTableOfAnotherSizeIsRefused() {
        byte[] changes = trained(10).takeChanges();

        assertThatThrownBy(() -> Parameters.untrained(SPARSE_BITS + 1).apply(changes))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theBytesOfVersionOneAreReadForEver() throws IOException {
        Parameters old = Parameters.of(LeanTest.bytes("parameters-1.bin"));

        assertThat(old.version()).isEqualTo(60);
        assertThat(old.topic("orm").attempts).isEqualTo(36);
        assertThat(old.question(new QuestionId("urls"), 0).difficulty).isNotZero();
    }

    @Test
    void bytesThatAreCutOrHaveATailAreRefused() throws IOException {
        byte[] whole = LeanTest.bytes("parameters-1.bin");

        assertThatThrownBy(() -> Parameters.of(Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Parameters.of(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Parameters.of(new byte[] {9, 9, 9})).isInstanceOf(IllegalArgumentException.class);
    }

    private Parameters trained(int attempts) {
        Parameters trained = Parameters.untrained(SPARSE_BITS);
        LearnerMemory ada = new LearnerMemory();
        Histories.dated(attempts, 7).forEach(attempt -> model.learn(ada, trained, attempt));
        return trained;
    }
}
