package dev.weakspot.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weakspot.cli.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * The services of a running system, as a client sees them. Blocks its caller; threads may share it.
 *
 * <p>A service that is away or busy is waited for, because every request here may be sent twice; any other refusal ends
 * the command with the service's own words.
 */
final class Services implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Set<Integer> COME_AGAIN = Set.of(429, 502, 503, 504);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final URI catalog;
    private final URI practice;
    private final URI recommendation;

    Services(URI catalog, URI practice, URI recommendation) {
        this.catalog = catalog;
        this.practice = practice;
        this.recommendation = recommendation;
    }

    void putTopic(String author, String slug, JsonNode topic) throws InterruptedException {
        send(
                catalog,
                "/api/v1/topics/" + slug,
                author,
                request -> request.PUT(BodyPublishers.ofString(topic.toString())));
    }

    /** Whether version 1 of the question now says this; not when it was published with another content. */
    boolean putQuestion(String author, String id, JsonNode question) throws InterruptedException {
        HttpResponse<String> response = exchange(
                catalog,
                "/api/v1/questions/" + id + "/versions/1",
                author,
                request -> request.PUT(BodyPublishers.ofString(question.toString())));
        if (isProblem(response, "version-already-published")) {
            return false;
        }
        requireTaken(response);
        return true;
    }

    /** Whether the practice service has heard of version 1 of a question. */
    boolean knowsQuestion(String learner, String id) throws InterruptedException {
        HttpResponse<String> response = exchange(
                practice, "/api/v1/questions/" + id + "/versions/1/outline", learner, HttpRequest.Builder::GET);
        return response.statusCode() != 404;
    }

    /** The practice service's answer; nothing when the id was recorded with another content. */
    Optional<Recorded> postAttempt(String learner, JsonNode attempt) throws InterruptedException {
        HttpResponse<String> response = exchange(
                practice,
                "/api/v1/attempts",
                learner,
                request -> request.POST(BodyPublishers.ofString(attempt.toString())));
        if (isProblem(response, "attempt-id-taken")) {
            return Optional.empty();
        }
        requireTaken(response);
        return Optional.of(new Recorded(parse(response).path("sequence").asLong(), response.statusCode() == 201));
    }

    /** The number of the learner's last attempt that the recommendation service has applied. */
    long appliedSequence(String learner) throws InterruptedException {
        return parse(send(recommendation, "/api/v1/learners/me/beliefs", learner, HttpRequest.Builder::GET))
                .path("as_of")
                .path("sequence")
                .asLong();
    }

    /** How well the model predicted attempts on questions whose id begins like this. */
    JsonNode quality(String analyst, String questions) throws InterruptedException {
        return parse(send(
                recommendation,
                "/api/v1/model/quality?questions=" + encode(questions),
                analyst,
                HttpRequest.Builder::GET));
    }

    /** The weakest topics whose slug begins like this, over all learners. */
    JsonNode weakestTopics(String analyst, String prefix, int count) throws InterruptedException {
        return parse(send(
                recommendation,
                "/api/v1/model/topics?prefix=" + encode(prefix) + "&count=" + count,
                analyst,
                HttpRequest.Builder::GET));
    }

    /**
     * @param sequence the learner's count of attempts, this one included
     * @param first whether it was recorded now
     */
    record Recorded(long sequence, boolean first) {}

    private HttpResponse<String> send(URI service, String path, String token, Consumer<HttpRequest.Builder> method)
            throws InterruptedException {
        HttpResponse<String> response = exchange(service, path, token, method);
        requireTaken(response);
        return response;
    }

    private static void requireTaken(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new CommandFailure(
                    "%s refused (%d): %s".formatted(response.uri(), response.statusCode(), words(response)));
        }
    }

    private static boolean isProblem(HttpResponse<String> response, String name) {
        return response.statusCode() == 409
                && parse(response).path("type").asText().endsWith("/" + name);
    }

    private HttpResponse<String> exchange(URI service, String path, String token, Consumer<HttpRequest.Builder> method)
            throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        method.accept(request);
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String why;
            try {
                HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
                if (!COME_AGAIN.contains(response.statusCode())) {
                    return response;
                }
                why = words(response);
            } catch (IOException e) {
                why = String.valueOf(e.getMessage());
            }
            if (System.nanoTime() > giveUp) {
                throw new CommandFailure(
                        "%s did not answer for %d s (%s). Nothing is lost: run the same command again, and it goes on."
                                .formatted(service, PATIENCE.toSeconds(), why));
            }
            Thread.sleep(PAUSE);
        }
    }

    private static String words(HttpResponse<String> response) {
        try {
            JsonNode problem = JSON.readTree(response.body());
            String detail = problem.path("detail").asText(problem.path("title").asText());
            String violations = problem.path("violations").isEmpty()
                    ? ""
                    : problem.path("violations").toString();
            return detail.isEmpty() && violations.isEmpty() ? "no reason given" : detail + violations;
        } catch (IOException e) {
            return "no reason given";
        }
    }

    private static JsonNode parse(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new CommandFailure(response.uri() + " answered with something that is not JSON.", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
