package dev.weakspot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weakspot.testbed.LocalIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** A person with a token who talks to a running system. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final PortPlan ports;
    private final String token;

    private Api(PortPlan ports, String token) {
        this.ports = ports;
        this.token = token;
    }

    static Api learner(String name, Path data, int portBase) throws IOException {
        LocalIdentity identity = LocalIdentity.in(new DataFolder(data).identity());
        String token = identity.token(identity.learnerNamed(name), Set.of("learner"), Duration.ofMinutes(10));
        return new Api(PortPlan.from(portBase), token);
    }

    /** Somebody whom services know under this number. */
    static Api learner(UUID learner, Path data, int portBase) throws IOException {
        LocalIdentity identity = LocalIdentity.in(new DataFolder(data).identity());
        return new Api(PortPlan.from(portBase), identity.token(learner, Set.of("learner"), Duration.ofMinutes(10)));
    }

    static Api author(Path data, int portBase) throws IOException {
        return inRole("author", data, portBase);
    }

    static Api ops(Path data, int portBase) throws IOException {
        return inRole("ops", data, portBase);
    }

    private static Api inRole(String role, Path data, int portBase) throws IOException {
        LocalIdentity identity = LocalIdentity.in(new DataFolder(data).identity());
        return new Api(
                PortPlan.from(portBase), identity.token(UUID.randomUUID(), Set.of(role), Duration.ofMinutes(10)));
    }

    JsonNode get(ServiceName service, String path) throws IOException, InterruptedException {
        return get(ports.of(service), path);
    }

    /** From the instance that listens there. */
    JsonNode get(int port, String path) throws IOException, InterruptedException {
        return JSON.readTree(text(port, path));
    }

    String text(int port, String path) throws IOException, InterruptedException {
        return http.send(request(port, path).build(), BodyHandlers.ofString()).body();
    }

    JsonNode post(ServiceName service, String path, JsonNode body) throws IOException, InterruptedException {
        HttpRequest request = request(ports.of(service), path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    private HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
    }
}
