package dev.weakspot.recommendation.learner;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/** Where a learner's days begin and end. */
public record Zone(ZoneId id) {

    private static final Set<String> NAMES = ZoneId.getAvailableZoneIds();

    /**
     * The zone that the IANA database calls so.
     *
     * @throws UnknownTimeZone when it calls none so
     */
    public static Zone of(String name) {
        if (!NAMES.contains(name)) {
            throw new UnknownTimeZone();
        }
        return new Zone(ZoneId.of(name));
    }

    public String name() {
        return id.getId();
    }

    public LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(id));
    }
}
