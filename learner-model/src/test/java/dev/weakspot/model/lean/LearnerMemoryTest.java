package dev.weakspot.model.lean;

import static dev.weakspot.model.lean.Histories.ORM;
import static dev.weakspot.model.lean.Histories.SPARSE_BITS;
import static dev.weakspot.model.lean.Histories.WIZARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weakspot.model.Attempt;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.StableHash;
import dev.weakspot.model.TopicSlug;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnerMemoryTest {

    /** Written by version 1, which knew no recent counts, from the same history as the golden bytes of version 2. */
    @Test
    void theBytesOfVersionOneAreReadForEver() throws IOException {
        LearnerMemory old = LearnerMemory.of(LeanTest.bytes("learner-memory-1.bin"));

        assertThat(old.attempts()).isEqualTo(60);
        assertThat(old.attempts(ORM)).isEqualTo(36);
        assertThat(old.question(StableHash.of("urls")).score).isEqualTo(4f);
        assertThat(old.level).isCloseTo(.30751488f, within(1e-7f));
        assertThat(old.topic(StableHash.of("orm")).level).isCloseTo(-.09099077f, within(1e-7f));
        assertThat(old.topic(StableHash.of("orm")).recent.attempts).containsOnly(0);
    }

    @Test
    void aMemoryOfVersionOneLearnsOnAndIsSavedAsTheNewest() throws IOException {
        LearnerMemory old = LearnerMemory.of(LeanTest.bytes("learner-memory-1.bin"));

        new Lean().learn(old, Parameters.untrained(SPARSE_BITS), new Attempt(WIZARD, 1, Histories.MONDAY));

        assertThat(old.toBytes()[0]).isEqualTo((byte) LearnerMemoryFormat.VERSION);
        assertThat(LearnerMemory.of(old.toBytes()).attempts()).isEqualTo(61);
        assertThat(LearnerMemory.of(old.toBytes()).attempts(new QuestionId("wizard")))
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, LearnerMemoryFormat.VERSION + 1, -1})
    void aVersionThatNobodyKnowsIsRefusedByName(byte version) {
        byte[] bytes = new LearnerMemory().toBytes();
        bytes[0] = version;

        assertThatThrownBy(() -> LearnerMemory.of(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version " + version);
    }

    @Test
    void bytesThatAreCutOrHaveATailAreRefused() throws IOException {
        byte[] whole = LeanTest.bytes("learner-memory-2.bin");

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> LearnerMemory.of(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> LearnerMemory.of(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aThousandAttemptsFitIntoAFewKilobytes() {
        LearnerMemory busy = new LearnerMemory();
        Parameters parameters = Parameters.untrained(SPARSE_BITS);
        for (int i = 0; i < 1_000; i++) {
            Question question = Histories.question("question " + i % 400, 0, new TopicSlug("topic " + i % 30));
            new Lean().learn(busy, parameters, new Attempt(question, i % 2, Histories.MONDAY.plusSeconds(600L * i)));
        }

        assertThat(busy.toBytes()).hasSizeLessThan(10_000);
    }

    @Test
    void anAttemptWithoutATimeLeavesTheLastTime() {
        LearnerMemory ada = new LearnerMemory();
        Parameters parameters = Parameters.untrained(SPARSE_BITS);
        new Lean().learn(ada, parameters, new Attempt(WIZARD, 1, Histories.MONDAY));

        new Lean().learn(ada, parameters, new Attempt(WIZARD, 1, Attempt.UNDATED));

        assertThat(ada.lastSecond).isEqualTo(Histories.MONDAY.getEpochSecond());
        assertThat(ada.topic(StableHash.of("orm")).lastSecond).isEqualTo(Histories.MONDAY.getEpochSecond());
    }
}
