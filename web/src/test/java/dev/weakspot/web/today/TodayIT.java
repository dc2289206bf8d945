package dev.weakspot.web.today;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.web.FrontDoor;
import dev.weakspot.web.FrontDoor.Guest;
import dev.weakspot.web.Neighbour;
import dev.weakspot.web.page.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TodayIT {

    private static final String WELCOME = Language.ENGLISH.text("today.new");

    private final Neighbour services = Neighbour.moveIn();
    private final FrontDoor door = FrontDoor.before(services);
    private final Guest ada = door.guest();

    @BeforeEach
    void signUp() {
        ada.signUp("ada", "four words in a row");
        services.says("GET /topics", 200, "{\"items\":[]}").says("GET /learners/me/sessions", 200, "{\"items\":[]}");
    }

    @AfterEach
    void close() {
        door.close();
        services.close();
    }

    @Test
    void whoHasNeverPractisedIsWelcomed() {
        services.says("GET /learners/me/days", 200, "{\"items\":[]}");

        assertThat(ada.get("/today").body()).contains(WELCOME);
    }

    @Test
    void whoHasPausedIsNotNew() {
        services.says("GET /learners/me/days", 200, """
                {"items":[{"day":"2020-02-29","attempts":10,"correct":5,"mean_score":0.5,"seconds":600}]}""");

        assertThat(ada.get("/today").body()).contains("class=\"tiles\"").doesNotContain(WELCOME);
    }

    /** A cookie is whatever a browser sends. */
    @Test
    void aTimeZoneThatIsNoTextIsNone() {
        ada.say("weakspot_zone", "%zz");

        assertThat(ada.get("/today").statusCode()).isEqualTo(200);
    }
}
