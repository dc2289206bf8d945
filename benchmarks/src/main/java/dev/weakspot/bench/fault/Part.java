package dev.weakspot.bench.fault;

import java.io.IOException;
import java.util.List;

/** Something that runs on its own, that a fault may hit, and that is started again the same way. For one thread at a time. */
interface Part {

    String name();

    /** Returns at once, or when it runs; {@link #isWell} tells. */
    void start() throws IOException;

    /** Whether it says itself that it can do its work. */
    boolean isWell();

    /** What its log ends with, to tell why it is not well; empty where it keeps none. */
    default List<String> lastWords() throws IOException {
        return List.of();
    }

    /** As an orchestrator does: starts it again when it has ended by itself. */
    void startAgainIfItGaveUp() throws IOException;

    /** In order, as an operator would; returns when it has ended. */
    void stop() throws IOException;

    /** With {@code kill -9}; returns when it has ended. */
    void kill() throws IOException;

    /** Holds it still where it is. */
    void freeze() throws IOException;

    /** Lets it go on where it was held. */
    void thaw() throws IOException;
}
