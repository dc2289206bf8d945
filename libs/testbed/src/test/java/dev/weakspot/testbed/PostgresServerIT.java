package dev.weakspot.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

    @Test
    void everyTestHasADatabaseOfItsOwn() throws SQLException {
        Database first = PostgresServer.shared().createDatabase("ours");
        Database second = PostgresServer.shared().createDatabase("ours");

        execute(first, "create table note (text text)");

        assertThat(ask(first, "select count(*) from pg_tables where tablename = 'note'"))
                .isEqualTo("1");
        assertThat(ask(second, "select count(*) from pg_tables where tablename = 'note'"))
                .isEqualTo("0");
    }

    @Test
    void aRestartKeepsTheRows(@TempDir Path folder) throws Exception {
        try (var server = PostgresServer.start(folder, Ports.anyFree())) {
            execute(server.database("catalog"), "create table note as select 'kept' as text");
        }

        try (var server = PostgresServer.start(folder, Ports.anyFree())) {
            assertThat(ask(server.database("catalog"), "select text from note")).isEqualTo("kept");
        }
    }

    @Test
    void aCommitIsOnDiskBeforeItReturns(@TempDir Path folder) throws Exception {
        try (var server = PostgresServer.start(folder, Ports.anyFree())) {
            Database database = server.database("catalog");

            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
