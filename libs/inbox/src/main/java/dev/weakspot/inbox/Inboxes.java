package dev.weakspot.inbox;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;

/** Makes the inboxes of a service, one for each listener. */
@Singleton
public final class Inboxes {

    private final TransactionOperations<Connection> transactions;
    private final InboxOffsets offsets;
    private final ParkingLot parkingLot;
    private final InboxMeters meters;
    private final InboxConfiguration configuration;

    /**
     * @param repositories not used here, and asked for so that they are made before the first listener listens. It surely wants
     *     them, and made for its first message, while the service already stops, they would make the meters anew as well
     */
    Inboxes(
            JdbcOperations repositories,
            TransactionOperations<Connection> transactions,
            InboxOffsets offsets,
            ParkingLot parkingLot,
            InboxMeters meters,
            InboxConfiguration configuration) {
        this.transactions = transactions;
        this.offsets = offsets;
        this.parkingLot = parkingLot;
        this.meters = meters;
        this.configuration = configuration;
    }

    /**
     * An inbox that decodes and applies messages on behalf of a consumer group. A topic has one inbox in a database: the
     * offsets are the service's, not the group's.
     *
     * @param group the consumer group, named on what is parked
     */
    public <T> Inbox<T> of(String group, MessageDecoder<T> decoder, MessageHandler<T> handler) {
        return new Inbox<>(
                group, decoder, handler, transactions, offsets, parkingLot, meters, configuration.retryAfter());
    }
}
