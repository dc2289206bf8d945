package dev.weakspot.inbox;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.transaction.exceptions.TransactionException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Whose fault a failure is: parking a good message for the world's fault loses it, so in doubt it is the world's. */
final class Blame {

    /** Data exceptions, broken constraints, and limits that only an oversized value exceeds. */
    private static final Set<String> SQL_STATES_OF_BAD_DATA = Set.of("22", "23", "54");

    private Blame() {}

    /** Whether the same message would fail again in a healthy world. */
    static boolean isOnTheMessage(Throwable failure) {
        for (Throwable cause : causes(failure)) {
            if (cause instanceof SQLException refusal) {
                return isBadData(refusal);
            }
        }
        return causes(failure).stream().noneMatch(Blame::isOnTheWorld);
    }

    private static boolean isBadData(SQLException refusal) {
        String state = refusal.getSQLState();
        return state != null && state.length() == 5 && SQL_STATES_OF_BAD_DATA.contains(state.substring(0, 2));
    }

    private static boolean isOnTheWorld(Throwable cause) {
        return cause instanceof Fenced
                || cause instanceof CannotConsume
                || cause instanceof TransactionException
                || cause instanceof ConnectionException
                || cause instanceof InterruptedException;
    }

    private static List<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
    }
}
