package dev.weakspot.model.quality;

/** Where a number lies that we know from a sample only. */
public record Interval(double low, double high) {}
