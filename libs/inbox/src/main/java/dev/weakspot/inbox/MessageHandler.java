package dev.weakspot.inbox;

import java.util.List;

/**
 * Applies messages to the service's state.
 *
 * <p>Called inside the transaction that moves the offsets, which every repository it uses joins: it opens none of its own
 * and touches nothing but this database, since the same messages come again after a roll-back. It sees messages of one
 * partition in their order, never an empty list, and after a failure each message again alone.
 */
@FunctionalInterface
public interface MessageHandler<T> {

    void handle(List<T> messages);
}
