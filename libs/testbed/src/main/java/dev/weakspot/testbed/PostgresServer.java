package dev.weakspot.testbed;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A running PostgreSQL. {@link #shared()} is one per JVM, for tests, fast and forgetful; {@link #start} keeps what a
 * commit has promised, also through {@code kill -9} of this JVM or of the server. Threads may share either.
 */
public final class PostgresServer implements AutoCloseable {

    /** Every service's user and password: the server listens on the loopback interface only. */
    private static final String OWNER = "weakspot";

    private final String host;
    private final int port;
    private final AutoCloseable process;

    PostgresServer(String host, int port, AutoCloseable process) {
        this.host = host;
        this.port = port;
        this.process = process;
        createOwner();
    }

    /** The JVM's server for tests, started by the first caller: a container when Docker answers, else embedded. */
    public static PostgresServer shared() {
        return Shared.SERVER;
    }

    /**
     * Starts a server that keeps its data in a folder, and returns when it accepts connections. A server that a killed
     * JVM left behind in that folder is stopped first.
     */
    public static PostgresServer start(Path dataFolder, int port) throws IOException {
        Files.createDirectories(dataFolder);
        stopAbandoned(dataFolder);
        // zonky passes -F and synchronous_commit=off; a later -c wins, so these bring the promises back.
        EmbeddedPostgres embedded = builder(port)
                .setDataDirectory(cluster(dataFolder))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB")
                // Between checkpoints a page is logged as a whole once: with the usual 1 GB a rebuild has one every few
                // seconds.
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("checkpoint_timeout", "15min")
                // An outbox fills with dead rows at the rate of attempts: a minute, as usual, would be hundreds of
                // thousands.
                .setServerConfig("autovacuum_naptime", "10s")
                // Ten for each service, of which there may be eleven: catalog, practice, web and eight recommendations.
                .setServerConfig("max_connections", "150")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        dataFolder.resolve("server.log").toFile()))
                .start();
        return new PostgresServer("127.0.0.1", port, embedded);
    }

    /** Stops, in order, a server that a killed JVM left running on this folder; without one it does nothing. */
    public static void stopAbandoned(Path dataFolder) throws IOException {
        Postmaster.of(cluster(dataFolder)).stop();
    }

    /** A new, empty database that no other caller gets; its name begins with the prefix. */
    public Database createDatabase(String prefix) {
        String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        return database(prefix + "_" + random);
    }

    /** The database of that name; created when it is not there. */
    public Database database(String name) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "select from pg_database where datname = ?", name)) {
                statement.execute("create database " + statement.enquoteIdentifier(name, true) + " owner " + OWNER);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not give the database " + name, e);
        }
        return new Database(url(name), OWNER, OWNER);
    }

    public int port() {
        return port;
    }

    /** Ends all connections, writes a checkpoint and stops the server. */
    @Override
    public void close() throws IOException {
        try {
            process.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    static EmbeddedPostgres.Builder builder(int port) {
        return EmbeddedPostgres.builder()
                .setPort(port)
                // After a kill there may be gigabytes of log to apply.
                .setPGStartupWait(Duration.ofMinutes(10))
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("jit", "off");
    }

    private static Path cluster(Path dataFolder) {
        return dataFolder.resolve("cluster").toAbsolutePath();
    }

    private void createOwner() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "select from pg_roles where rolname = ?", OWNER)) {
                statement.execute("create role " + OWNER + " login password '" + OWNER + "'");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL has started but does not answer on port " + port, e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url("postgres"), "postgres", "postgres");
    }

    private String url(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    private static final class Shared {

        static final PostgresServer SERVER = Docker.answers() ? Containers.postgres() : embedded();

        private static PostgresServer embedded() {
            try {
                int port = Ports.anyFree();
                return new PostgresServer("127.0.0.1", port, builder(port).start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
