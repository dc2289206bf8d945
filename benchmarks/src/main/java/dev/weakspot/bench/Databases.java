package dev.weakspot.bench;

import dev.weakspot.cli.CommandFailure;
import dev.weakspot.testbed.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Looks into databases. */
public final class Databases {

    /** How many attempts the recommendation service has learned from, asked in its database. */
    static final String LEARNED = "select coalesce(max(attempts), 0) from model";

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private Databases() {}

    /** The number that a query finds. */
    static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Has the server on that port wait so long before each flush, as if its disk were in a network. */
    static void delayCommits(int port, Duration delay) throws SQLException {
        if (delay.isZero()) {
            return;
        }
        var superuser = new Database("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "postgres");
        execute(superuser, "alter system set commit_delay = " + delay.toNanos() / 1_000);
        execute(superuser, "alter system set commit_siblings = 0");
        execute(superuser, "select pg_reload_conf()");
    }

    /** Does one thing. */
    static void execute(Database database, String statement) throws SQLException {
        try (Connection connection = database.connect();
                Statement plain = connection.createStatement()) {
            plain.execute(statement);
        }
    }

    /** Returns when the query finds that number or more. */
    public static void await(Database database, String query, long atLeast) throws SQLException, InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        try (Connection connection = database.connect()) {
            while (number(connection, query) < atLeast) {
                if (System.nanoTime() > giveUp) {
                    throw new CommandFailure(
                            "Less than " + atLeast + " after " + PATIENCE.toMinutes() + " min: " + query);
                }
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        }
    }
}
