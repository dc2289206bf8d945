package dev.weakspot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weakspot.testbed.LocalIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Asks the catalog what is wrong with the question bank, which it loads when it is ready for everything else. */
final class BankFaults {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI report;
    private final LocalIdentity identity;

    BankFaults(String catalog, LocalIdentity identity) {
        this.report = URI.create(catalog + "/api/v1/bank");
        this.identity = identity;
    }

    /** Waits until the bank is loaded. Nothing when it has no fault, or when the catalog is gone before. */
    Optional<String> await() throws InterruptedException {
        try {
            JsonNode bank = ask();
            // A bank that could not be loaded is tried again.
            while (Set.of("loading", "failed").contains(bank.path("state").asText())) {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
                bank = ask();
            }
            return sentence(bank.path("refused"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private JsonNode ask() throws IOException, InterruptedException {
        String token = identity.token(identity.pseudonym("author", "start"), Set.of("author"), Duration.ofMinutes(1));
        HttpRequest question = HttpRequest.newBuilder(report)
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(5))
                .build();
        return JSON.readTree(http.send(question, BodyHandlers.ofString()).body());
    }

    static Optional<String> sentence(JsonNode refused) {
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        JsonNode first = refused.get(0);
        String subject = first.path("subject").asText();
        return Optional.of("The question bank has %s, and what has one is not published. %s: %s:%d: %s%s"
                .formatted(
                        refused.size() == 1 ? "a fault" : refused.size() + " faults",
                        refused.size() == 1 ? "It is" : "The log tells all of them, the first is",
                        first.path("file").asText(),
                        first.path("line").asInt(),
                        subject.isEmpty() ? "" : subject + ": ",
                        first.path("reason").asText()));
    }
}
