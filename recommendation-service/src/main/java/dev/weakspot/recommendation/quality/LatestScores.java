package dev.weakspot.recommendation.quality;

import dev.weakspot.recommendation.training.Role;
import dev.weakspot.recommendation.training.Scoreboard.Score;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models' scores, at most a few seconds old: read once for all the numbers that a scrape asks for. Empty while they cannot be read, and then
 * no scrape waits for each number anew. Threads may share it.
 */
final class LatestScores implements Supplier<Map<Role, Score>> {

    private static final Logger LOG = LoggerFactory.getLogger(LatestScores.class);

    private static final Duration GOOD_FOR = Duration.ofSeconds(5);

    private final Supplier<Map<Role, Score>> source;
    private final Clock clock;
    private Map<Role, Score> scores = Map.of();
    private Instant goodUntil = Instant.MIN;

    LatestScores(Supplier<Map<Role, Score>> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public synchronized Map<Role, Score> get() {
        if (!clock.instant().isBefore(goodUntil)) {
            scores = read();
            goodUntil = clock.instant().plus(GOOD_FOR);
        }
        return scores;
    }

    private Map<Role, Score> read() {
        try {
            return source.get();
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("Cannot read now how well the models predict");
            return Map.of();
        }
    }
}
