package dev.weakspot.catalog;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weakspot.testbed.Database;
import dev.weakspot.testbed.KafkaServer;
import dev.weakspot.testbed.LocalIdentity;
import dev.weakspot.testbed.PostgresServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The service as it runs, with a database and Kafka topics of its own. */
public final class RunningCatalog implements AutoCloseable {

    private static final LocalIdentity IDENTITY = LocalIdentity.shared();

    private final World world;
    private final EmbeddedServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningCatalog(World world, EmbeddedServer server) {
        this.world = world;
        this.server = server;
    }

    /** What is there before and after the service: where it keeps things, and where it tells of them. */
    public record World(Database database, String kafkaPrefix) {

        public static World create() {
            String prefix = UUID.randomUUID() + ".";
            KafkaServer.shared().createTopics(prefix);
            return new World(PostgresServer.shared().createDatabase("catalog"), prefix);
        }

        /** Starts the service without a bank. */
        public RunningCatalog start() {
            return start(Map.of("weakspot.bank.load", false));
        }

        public RunningCatalog start(Map<String, Object> settings) {
            var all = new HashMap<String, Object>(database.settings());
            all.put("micronaut.server.port", -1);
            all.put("micronaut.security.token.jwt.signatures.jwks-static.weakspot.path", "file:" + IDENTITY.jwksFile());
            all.put("kafka.bootstrap.servers", KafkaServer.shared().bootstrap());
            all.put("weakspot.topics.catalog-topics", kafkaPrefix + "catalog.topics.v1");
            all.put("weakspot.topics.catalog-questions", kafkaPrefix + "catalog.questions.v1");
            all.putAll(settings);
            return new RunningCatalog(this, ApplicationContext.run(EmbeddedServer.class, all));
        }

        /** What the first column of the only row says. */
        public long count(String query) {
            try (Connection connection = database.connect();
                    ResultSet rows = connection.createStatement().executeQuery(query)) {
                rows.next();
                return rows.getLong(1);
            } catch (SQLException e) {
                throw new AssertionError(query, e);
            }
        }

        /** What the first column of each row says. */
        public List<String> column(String query) {
            try (Connection connection = database.connect();
                    ResultSet rows = connection.createStatement().executeQuery(query)) {
                List<String> column = new ArrayList<>();
                while (rows.next()) {
                    column.add(rows.getString(1));
                }
                return column;
            } catch (SQLException e) {
                throw new AssertionError(query, e);
            }
        }

        public void execute(String statement) {
            try (Connection connection = database.connect()) {
                connection.createStatement().execute(statement);
            } catch (SQLException e) {
                throw new AssertionError(statement, e);
            }
        }
    }

    /** An answer over HTTP. */
    public record Reply(int status, String contentType, String body) {

        public JsonNode json() {
            return Writing.tree(body);
        }

        /** The last part of a problem's type. */
        public String problem() {
            return json().path("type").asText().replaceFirst(".*/", "");
        }
    }

    public World world() {
        return world;
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    public Reply get(String path, String... roles) {
        return send("GET", path, "", roles);
    }

    public Reply put(String path, String body, String... roles) {
        return send("PUT", path, body, roles);
    }

    public Reply delete(String path, String... roles) {
        return send("DELETE", path, "", roles);
    }

    /** Sends a request with a token that carries these roles; without roles there is no token. */
    public Reply send(String method, String path, String body, String... roles) {
        return sendWithToken(method, path, body, roles.length == 0 ? "" : token(roles));
    }

    public Reply getWithToken(String path, String token) {
        return sendWithToken("GET", path, "", token);
    }

    private Reply sendWithToken(String method, String path, String body, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.getURI().resolve(URI.create(path)))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            String contentType = response.headers().firstValue("content-type").orElse("");
            return new Reply(response.statusCode(), contentType, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Returns when searches are told of so many questions in the whole bank, and of their words. */
    public void awaitCounts(int questions) {
        await().until(
                        () -> world.count("select coalesce(sum(questions), 0) from listed_count where topic = ''"),
                        counted -> counted == questions);
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }

    private static String token(String... roles) {
        return IDENTITY.token(UUID.randomUUID(), Set.copyOf(Arrays.asList(roles)), Duration.ofMinutes(5));
    }
}
