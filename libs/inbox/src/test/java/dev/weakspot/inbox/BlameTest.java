package dev.weakspot.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.exceptions.TransactionSystemException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlameTest {

    @Test
    void aBugIsOnTheMessageThatMeetsIt() {
        assertThat(Blame.isOnTheMessage(new NullPointerException())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "22021", "23505", "23514", "54000"})
    void dataThatTheDatabaseRefusesIsOnTheMessage(String state) {
        var refusal = new DataAccessException("refused", new SQLException("refused", state));

        assertThat(Blame.isOnTheMessage(refusal)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "25006", "40001", "40P01", "42P01", "53300", "55P03", "57P01", "57014", "28P01", "3D000", ""
            })
    void everythingElseTheDatabaseSaysIsOnTheWorld(String state) {
        var trouble = new DataAccessException("away", new SQLException("away", state));

        assertThat(Blame.isOnTheMessage(trouble)).isFalse();
    }

    @Test
    void aConstraintThatFailsAtTheCommitIsOnTheMessage() {
        var refusal = new TransactionSystemException("commit failed", new SQLException("duplicate", "23505"));

        assertThat(Blame.isOnTheMessage(refusal)).isTrue();
    }

    @Test
    void aTransactionThatBreaksForNoNamedReasonIsOnTheWorld() {
        assertThat(Blame.isOnTheMessage(new TransactionSystemException("broken")))
                .isFalse();
    }

    @Test
    void aConsumerThatCannotReadItsOwnStateDoesNotBlameTheMessage() {
        var unreadable = new CannotConsume("written by a newer service", new IllegalArgumentException());

        assertThat(Blame.isOnTheMessage(unreadable)).isFalse();
    }

    @Test
    void losingAgainstAnotherConsumerIsOnTheWorld() {
        assertThat(Blame.isOnTheMessage(new Fenced())).isFalse();
    }
}
