package dev.weakspot.inbox;

import dev.weakspot.testbed.Database;
import dev.weakspot.testbed.KafkaServer;
import dev.weakspot.testbed.PostgresServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.jdbc.DataSourceTransactionManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A service that notes every message it applies, and whose messages say "unreadable" when they are. */
final class SmallService implements AutoCloseable {

    static final String GROUP = "small-service";

    private final Database database;
    private final ApplicationContext context;
    private final TransactionOperations<Connection> transactions;

    private SmallService(Database database, ApplicationContext context) {
        this.database = database;
        this.context = context;
        this.transactions = context.getBean(DataSourceTransactionManager.class);
    }

    static SmallService start(Map<String, Object> settings) {
        Database database = databaseWithInbox();
        var all = new HashMap<String, Object>(database.settings());
        all.put("kafka.bootstrap.servers", KafkaServer.shared().bootstrap());
        all.put("weakspot.inbox.retry-after", "200ms");
        all.put("datasources.default.connection-timeout", "1000");
        all.putAll(settings);
        return new SmallService(database, ApplicationContext.run(all));
    }

    static SmallService start() {
        return start(Map.of());
    }

    Inbox<String> inbox() {
        return inboxApplying(this::note);
    }

    Inbox<String> inboxApplying(MessageHandler<String> handler) {
        return context.getBean(Inboxes.class).of(GROUP, SmallService::decode, handler);
    }

    Inbox<String> inboxReading(MessageDecoder<String> decoder) {
        return context.getBean(Inboxes.class).of(GROUP, decoder, this::note);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    static String decode(ConsumerRecord<byte[], byte[]> record) throws UnreadableMessage {
        String message = new String(record.value(), StandardCharsets.UTF_8);
        if (message.startsWith("unreadable")) {
            throw new UnreadableMessage("it is not what we agreed on");
        }
        return message;
    }

    /** What a handler does: it joins the transaction of the offsets. */
    void note(List<String> messages) {
        try (PreparedStatement insert =
                transactions.getConnection().prepareStatement("insert into applied (message) values (?)")) {
            for (String message : messages) {
                insert.setString(1, message);
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    TransactionOperations<Connection> transactions() {
        return transactions;
    }

    List<String> applied() {
        return column("select message from applied order by id");
    }

    List<String> column(String query) {
        try (Connection connection = database.connect();
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String statement) {
        try (Connection connection = database.connect()) {
            connection.createStatement().execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends the database away, or lets it come back. */
    void allowConnections(boolean allowed) {
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        try (Connection elsewhere =
                        PostgresServer.shared().database("elsewhere").connect();
                Statement statement = elsewhere.createStatement()) {
            statement.execute("alter database %s allow_connections %s".formatted(name, allowed));
            if (!allowed) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s' and backend_type = 'client backend'"
                                .formatted(name));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Database databaseWithInbox() {
        Database database = PostgresServer.shared().createDatabase("inbox");
        try (Connection connection = database.connect();
                InputStream ddl = Objects.requireNonNull(SmallService.class.getResourceAsStream("/inbox.sql"))) {
            connection.createStatement().execute(new String(ddl.readAllBytes(), StandardCharsets.UTF_8));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    @Override
    public void close() {
        context.close();
    }
}
