package dev.weakspot.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DotPlotTest {

    private static final Area AREA = new Area(120, 120, 10, 10, 110, 110);

    @Test
    void theAreaOfADotGrowsWithHowOftenItHappened() {
        var rarely = new DotPlot.Outcome(0.25, new Interval(0.5, 0.2, 0.8), 25);
        var often = new DotPlot.Outcome(0.75, new Interval(0.5, 0.4, 0.6), 100);

        DotPlot plot = DotPlot.of(AREA, List.of(rarely, often));

        assertThat(plot.dots())
                .containsExactly(new DotPlot.Dot(35, 60, 5.5, 90, 30), new DotPlot.Dot(85, 60, 11, 70, 50));
    }

    @Test
    void bothAxesAreTheSame() {
        DotPlot plot = DotPlot.of(AREA, List.of());

        assertThat(plot.places()).containsExactly(10.0, 35.0, 60.0, 85.0, 110.0);
        assertThat(plot.heights()).extracting(Height::y).containsExactly(110.0, 85.0, 60.0, 35.0, 10.0);
    }
}
