package dev.weakspot.bench.baseline;

import dev.weakspot.testbed.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables that the obvious code would have, and no more. */
public final class NaiveTables {

    private static final String TABLES = """
            drop table if exists attempt, outbox, belief;
            create table attempt (
                id uuid primary key, learner text not null, question text not null, score double precision not null);
            create table outbox (
                seq bigint generated always as identity primary key, key text not null, payload text not null);
            create table belief (
                learner text, topic text, mastery double precision not null, attempts integer not null,
                primary key (learner, topic))
            """;

    private NaiveTables() {}

    /** Makes them; forgets what was in them. */
    public static void create(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }
}
