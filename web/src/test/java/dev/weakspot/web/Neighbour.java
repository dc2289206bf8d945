package dev.weakspot.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A service behind the front door that says what it was told to say. Whatever it was told nothing about, it does not have.
 * It stands for all three: their addresses have no path in common.
 */
public final class Neighbour implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    private record Answer(int status, String body) {}

    private Neighbour() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public static Neighbour moveIn() {
        try {
            return new Neighbour();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the front door finds it. */
    public Map<String, Object> settings() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "micronaut.http.services.catalog.url", url,
                "micronaut.http.services.practice.url", url,
                "micronaut.http.services.recommendation.url", url);
    }

    /**
     * What it says to a request from now on; where several fit, the most particular one counts.
     *
     * @param request method and address below /api/v1, with what the query has to contain: {@code GET /topics?cursor=2}
     */
    public Neighbour says(String request, int status, String body) {
        answers.put(request, new Answer(status, body));
        return this;
    }

    /** What was asked for, with bodies where there were any. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replaceFirst("/api/v1", "");
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add("%s %s?%s %s".formatted(exchange.getRequestMethod(), path, query, body));
        Answer answer = answers.entrySet().stream()
                .filter(known -> fits(known.getKey(), exchange.getRequestMethod() + " " + path, query))
                .max((one, other) ->
                        Integer.compare(one.getKey().length(), other.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(new Answer(404, "{\"type\":\"about:blank\"}"));
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        String type = answer.status() < 400 ? "application/json" : "application/problem+json";
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static boolean fits(String known, String asked, String query) {
        int mark = known.indexOf('?');
        return mark < 0
                ? known.equals(asked)
                : known.substring(0, mark).equals(asked) && query.contains(known.substring(mark + 1));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
