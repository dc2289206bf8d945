package dev.weakspot.bench.load;

import org.HdrHistogram.Histogram;

/** How long answers took. */
public record Latency(Histogram nanoseconds) {

    private static final int SIGNIFICANT_DIGITS = 3;

    static Histogram histogram() {
        return new Histogram(SIGNIFICANT_DIGITS);
    }

    public long count() {
        return nanoseconds.getTotalCount();
    }

    public double p50() {
        return milliseconds(50);
    }

    public double p99() {
        return milliseconds(99);
    }

    private double milliseconds(double percentile) {
        return nanoseconds.getValueAtPercentile(percentile) / 1e6;
    }
}
