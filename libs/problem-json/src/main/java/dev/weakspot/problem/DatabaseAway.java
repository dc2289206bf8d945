package dev.weakspot.problem;

import io.micronaut.http.HttpStatus;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database is away, or no connection to it was free in time; the same request may succeed in a moment. */
final class DatabaseAway extends Refusal {

    private DatabaseAway() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "database-away",
                "The service does not get through to its database",
                "Nothing is lost: send the same request again in a moment");
    }

    /**
     * Whether an exception comes from a database that is away, starting, stopping or full of connections, or from a pool that had none to
     * give.
     */
    static Optional<Refusal> behind(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || (cause instanceof SQLException refusal && isAway(refusal))) {
                return Optional.of(new DatabaseAway());
            }
        }
        return Optional.empty();
    }

    /** PostgreSQL, appendix A: class 08 is the connection, 57P01 to 57P03 shutting down or starting, 53300 too many. */
    private static boolean isAway(SQLException refusal) {
        @Nullable String state = refusal.getSQLState();
        return state == null
                // HikariCP's word for a connection that broke under it: it has no state.
                ? "Connection is closed".equals(refusal.getMessage())
                : state.startsWith("08") || state.startsWith("57P0") || state.equals("53300");
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(1));
    }
}
