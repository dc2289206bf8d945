package dev.weakspot.recommendation.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.model.quality.RunningQuality;
import dev.weakspot.recommendation.training.ModelVersion;
import dev.weakspot.recommendation.training.Role;
import dev.weakspot.recommendation.training.Scoreboard.Score;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QualityGaugesTest {

    private static final int GAUGES = 16;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private int reads;

    @Test
    void aScrapeReadsOnce() {
        bind(new LatestScores(this::read, clock));

        List<Double> scraped = scrape();

        assertThat(scraped).hasSize(GAUGES).doesNotContain(Double.NaN);
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void theNextScrapeReadsAnew() {
        bind(new LatestScores(this::read, clock));
        scrape();

        now = now.plusSeconds(10);
        scrape();

        assertThat(reads).isEqualTo(2);
    }

    @Test
    void aScrapeThatCannotReadTriesOnceAndSaysThatItDoesNotKnow() {
        bind(new LatestScores(this::fail, clock));

        List<Double> scraped = scrape();

        assertThat(scraped).hasSize(GAUGES).containsOnly(Double.NaN);
        assertThat(reads).isEqualTo(1);
    }

    private void bind(LatestScores scores) {
        QualityGauges.bind(meters, Role.SERVING, scores);
        QualityGauges.bind(meters, Role.SHADOW, scores);
    }

    private List<Double> scrape() {
        List<Double> values = new ArrayList<>();
        meters.forEachMeter(meter -> values.add(((Gauge) meter).value()));
        return values;
    }

    private Map<Role, Score> read() {
        reads++;
        RunningQuality quality = new RunningQuality();
        quality.add(.6, 1);
        quality.add(.6, 0);
        Score score = new Score(new ModelVersion("lean/1", 2), quality.all(), quality.recent());
        return Map.of(Role.SERVING, score, Role.SHADOW, score);
    }

    private Map<Role, Score> fail() {
        reads++;
        throw new IllegalStateException("The database is away");
    }
}
