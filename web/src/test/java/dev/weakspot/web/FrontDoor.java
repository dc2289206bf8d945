package dev.weakspot.web;

import dev.weakspot.testbed.Database;
import dev.weakspot.testbed.LocalIdentity;
import dev.weakspot.testbed.PostgresServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The front door over real HTTP and PostgreSQL, with a database of its own and no service behind it. */
public final class FrontDoor implements AutoCloseable {

    private static final String NOBODY_LISTENS = "http://127.0.0.1:1";

    private final Database database;
    private final EmbeddedServer server;

    private FrontDoor(Database database, Map<String, Object> more) {
        this.database = database;
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("micronaut.server.port", -1);
        settings.put("weakspot.web.tries-per-address", 10_000);
        // On this machine Micronaut refuses other origins by itself; elsewhere it does not.
        settings.put("micronaut.server.cors.localhost-pass-through", true);
        settings.put("weakspot.identity.jwks", "file:" + LocalIdentity.shared().jwksFile());
        Stream.of("catalog", "practice", "recommendation")
                .forEach(service -> settings.put("micronaut.http.services." + service + ".url", NOBODY_LISTENS));
        settings.putAll(more);
        this.server = ApplicationContext.run(EmbeddedServer.class, settings);
    }

    private static FrontDoor openWith(Map<String, Object> more) {
        return new FrontDoor(PostgresServer.shared().createDatabase("web"), more);
    }

    public static FrontDoor open() {
        return openWith(Map.of());
    }

    /** With a setting that differs from the usual one. */
    public static FrontDoor openWith(String setting, Object value) {
        return openWith(Map.of(setting, value));
    }

    /** With a neighbour in the place of all services. */
    public static FrontDoor before(Neighbour neighbour) {
        return openWith(neighbour.settings());
    }

    /** Another instance with the same database. */
    public FrontDoor openAnother() {
        return new FrontDoor(database, Map.of());
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    /** Everything that a table holds, as one text. */
    public String contentOf(String table) throws SQLException {
        try (Connection connection = database.connect();
                var rows = connection.createStatement().executeQuery("select * from " + table)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    values.add(String.valueOf(rows.getString(column)));
                }
            }
            return String.join("\n", values);
        }
    }

    /** Changes rows as time would, which nobody here can wait for. */
    public void change(String update) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.createStatement().executeUpdate(update);
        }
    }

    /** Somebody with a browser of their own, which has no cookie yet. */
    public Guest guest() {
        return new Guest();
    }

    @Override
    public void close() {
        server.close();
    }

    /** A browser without JavaScript: it keeps cookies and sends the forms that it was shown. */
    public final class Guest {

        private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

        private final CookieManager cookies = new CookieManager();
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();
        private String csrf = "";

        public HttpResponse<String> get(String path, String... headers) {
            return send(request(path, headers).GET().build());
        }

        /** Sends a form with the token of the page that was seen last; fields are name=value. */
        public HttpResponse<String> post(String path, String... fields) {
            String[] all =
                    Stream.concat(Stream.of("csrf=" + csrf), Stream.of(fields)).toArray(String[]::new);
            return postAsIs(path, new String[0], all);
        }

        /** Sends a form with nothing added. */
        public HttpResponse<String> postAsIs(String path, String[] headers, String... fields) {
            return postRaw(path, Stream.of(fields).map(FrontDoor::encoded).collect(Collectors.joining("&")), headers);
        }

        /** Sends what no browser would. */
        public HttpResponse<String> postRaw(String path, String form, String... headers) {
            return send(request(path, headers)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build());
        }

        public HttpResponse<String> send(String method, String path) {
            return send(request(path, new String[0])
                    .method(method, BodyPublishers.noBody())
                    .build());
        }

        public HttpResponse<String> signUp(String name, String password) {
            return post("/sign-up", "name=" + name, "password=" + password);
        }

        public HttpResponse<String> signIn(String name, String password) {
            return post("/sign-in", "name=" + name, "password=" + password);
        }

        public boolean isSignedIn() {
            return get("/account").statusCode() == 200;
        }

        /** What the browser would send back. */
        public List<HttpCookie> cookies() {
            return cookies.getCookieStore().getCookies();
        }

        /** Has a script of the page set a cookie. */
        public void say(String cookie, String value) {
            var said = new HttpCookie(cookie, value);
            said.setPath("/");
            said.setVersion(0);
            cookies.getCookieStore().add(server.getURI(), said);
        }

        /** Takes over what another browser has. */
        public void steal(List<HttpCookie> stolen) {
            stolen.forEach(cookie -> cookies.getCookieStore().add(server.getURI(), cookie));
        }

        private HttpRequest.Builder request(String path, String... headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.getURI().resolve(URI.create(path)));
            return headers.length == 0 ? request : request.headers(headers);
        }

        private HttpResponse<String> send(HttpRequest request) {
            HttpResponse<String> response =
                    client.sendAsync(request, BodyHandlers.ofString()).join();
            Matcher token = CSRF.matcher(response.body());
            if (token.find()) {
                csrf = token.group(1);
            }
            return response;
        }
    }

    private static String encoded(String field) {
        int sign = field.indexOf('=');
        return field.substring(0, sign + 1) + URLEncoder.encode(field.substring(sign + 1), StandardCharsets.UTF_8);
    }
}
