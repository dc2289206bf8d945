package dev.weakspot.outbox;

import org.slf4j.Logger;

/** Says once that something is away, and once that it is back. Of one thread. */
final class Outage {

    private final Logger log;
    private boolean isOngoing;

    Outage(Logger log) {
        this.log = log;
    }

    void began(Exception cause) {
        if (!isOngoing) {
            log.atWarn()
                    .addKeyValue("cause", cause.toString())
                    .log("Cannot publish now: messages wait in the outbox, trying again until it works");
        }
        isOngoing = true;
    }

    void ended() {
        if (isOngoing) {
            log.info("Publishing again");
        }
        isOngoing = false;
    }
}
