package dev.weakspot.web.ops;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the services are.
 *
 * @param tail the newest attempts; nothing while practice is away
 */
public record OpsView(List<State> services, Optional<Tail> tail) {

    /**
     * A service, as far as it answers.
     *
     * @param ready whether it takes work
     * @param lag messages that wait for it, over all topics that it consumes
     * @param outbox messages of its own that wait for Kafka
     * @param outboxAge how long the oldest of them has waited, in seconds
     * @param parked messages that it could not read since it started
     * @param waiting attempts that wait to be committed
     */
    public record State(
            String name,
            boolean ready,
            OptionalDouble lag,
            OptionalDouble outbox,
            OptionalDouble outboxAge,
            OptionalDouble parked,
            OptionalDouble waiting) {}
}
