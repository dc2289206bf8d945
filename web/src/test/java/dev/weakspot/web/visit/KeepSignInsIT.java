package dev.weakspot.web.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.web.FrontDoor;
import dev.weakspot.web.FrontDoor.Guest;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepSignInsIT {

    private final FrontDoor door = FrontDoor.open();
    private final Guest ada = door.guest();

    @BeforeEach
    void signUp() {
        ada.signUp("ada", "four words in a row");
    }

    @AfterEach
    void close() {
        door.close();
    }

    private void pass(String column, String time) throws SQLException {
        door.change("update sign_in set %1$s = %1$s - interval '%2$s'".formatted(column, time));
    }

    @Test
    void aSignInEndsAfterTwoWeeksWithoutAVisit() throws SQLException {
        pass("seen_at", "13 days 23 hours");
        assertThat(ada.isSignedIn()).isTrue();

        pass("seen_at", "14 days 1 minute");

        assertThat(ada.isSignedIn()).isFalse();
    }

    @Test
    void aVisitPutsTheEndOff() throws SQLException {
        pass("seen_at", "13 days");
        ada.get("/account");

        pass("seen_at", "13 days");

        assertThat(ada.isSignedIn()).isTrue();
    }

    @Test
    void aSignInEndsAfterNinetyDaysHoweverOftenItWasUsed() throws SQLException {
        pass("signed_in_at", "89 days 23 hours");
        assertThat(ada.isSignedIn()).isTrue();

        pass("signed_in_at", "2 hours");

        assertThat(ada.isSignedIn()).isFalse();
    }

    @Test
    void whatHasEndedIsThrownAwayAndNothingElse() throws SQLException {
        pass("seen_at", "15 days");
        door.guest().signIn("ada", "four words in a row");
        pass("signed_in_at", "91 days");
        door.guest().signIn("ada", "four words in a row");

        door.bean(KeepSignIns.class).removeExpired();

        assertThat(door.contentOf("(select 1 from sign_in) as kept").lines()).hasSize(1);
    }
}
