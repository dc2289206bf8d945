package dev.weakspot.outbox;

/** What waits for Kafka. The age is that of the oldest message, in seconds, as a gauge wants it. */
record Backlog(double depth, double age) {

    /** What a process can say that is not the relay. */
    static final Backlog UNKNOWN = new Backlog(Double.NaN, Double.NaN);
}
