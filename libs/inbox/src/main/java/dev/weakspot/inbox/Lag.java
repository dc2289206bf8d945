package dev.weakspot.inbox;

/** How far consumption of a topic is behind. The age is that of the oldest message to come, in seconds, as a gauge wants it. */
record Lag(double messages, double age) {

    /** Kafka or the database is away, or nobody has looked yet. */
    static final Lag UNKNOWN = new Lag(Double.NaN, Double.NaN);

    static final Lag NONE = new Lag(0, 0);
}
