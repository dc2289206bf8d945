package dev.weakspot.web.chart;

import java.util.List;
import java.util.stream.DoubleStream;

/** A value that is labelled on the left, and where. */
public record Height(double value, double y) {

    static List<Height> ofShares(Area area) {
        return of(area.shares(), 0, 0.25, 0.5, 0.75, 1);
    }

    static List<Height> of(Scale scale, double... values) {
        return DoubleStream.of(values)
                .mapToObj(value -> new Height(value, scale.at(value)))
                .toList();
    }
}
