package dev.weakspot.outbox;

import dev.weakspot.testbed.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The classic mistake, kept as a witness: it remembers the highest number it has published, and asks for higher ones. */
final class NaiveCursorRelay {

    private final Database database;
    private final List<String> published = new ArrayList<>();
    private long last;

    NaiveCursorRelay(Database database) {
        this.database = database;
    }

    /** Publishes what it believes to be new. */
    List<String> published() {
        try (Connection connection = database.connect();
                PreparedStatement statement =
                        connection.prepareStatement("select seq, payload from outbox where seq > ? order by seq")) {
            statement.setLong(1, last);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    last = rows.getLong(1);
                    published.add(rows.getString(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return List.copyOf(published);
    }
}
