package dev.weakspot.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.testbed.Database;
import dev.weakspot.testbed.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** What an older release has written is there for the newer one. */
class MigrationsIT {

    @Test
    void questionsHeardOfBeforeCanBeChosen() throws SQLException {
        Database database = PostgresServer.shared().createDatabase("practice");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            flyway(database).target("2").load().migrate();
            statement.execute("""
                    insert into question values ('twice', false), ('odd', false), ('never-seen', true);
                    insert into question_version values
                    ('twice', 1, '{"kind":"definition","level":"junior","topics":["old"]}'),
                    ('twice', 2, '{"kind":"compare","level":"mid","topics":["orm","sql"]}'),
                    ('odd', 1, '{"kind":"definition","topics":["nul"],"stem":"\\u0000"}')""");

            flyway(database).load().migrate();

            assertThat(rows(statement, "select id, newest, level, kind, topics from question order by id"))
                    .containsExactly(
                            "never-seen null null null null",
                            "odd null null null null",
                            "twice 2 mid compare {orm,sql}");
        }
    }

    /** Flyway's lock would be held by a transaction that idles meanwhile, and who idles in a transaction loses it. */
    @Test
    void aMigrationMayTakeLongerThanATransactionMayIdle() throws SQLException {
        Map<String, Object> settings = Map.of(
                "datasources.default.data-source-properties.options", "-c idle_in_transaction_session_timeout=2s",
                "flyway.datasources.default.locations", "classpath:db/migration,classpath:slow-migration");

        try (PracticeService practice = PracticeService.start(settings);
                Connection connection = practice.connect();
                Statement statement = connection.createStatement()) {
            assertThat(rows(statement, "select success from flyway_schema_history where version = '900'"))
                    .containsExactly("t");
        }
    }

    private static FluentConfiguration flyway(Database database) {
        return Flyway.configure().dataSource(database.url(), database.user(), database.password());
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf((Object) result.getString(column)));
                }
                rows.add(String.join(" ", row));
            }
        }
        return rows;
    }
}
