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
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Asks the catalog about the question bank, which it loads when it is ready for everything else. */
final class QuestionBank {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI report;
    private final LocalIdentity identity;

    QuestionBank(String catalog, LocalIdentity identity) {
        this.report = URI.create(catalog + "/api/v1/bank");
        this.identity = identity;
    }

    /** Waits until the bank is loaded, or could not be. How many questions came; nothing when it failed, or when the catalog is gone before. */
    OptionalInt awaitQuestions() throws InterruptedException {
        return awaitOther(Set.of("off", "loading"))
                .filter(bank -> bank.path("state").asText().equals("loaded"))
                .map(bank -> OptionalInt.of(bank.at("/questions/added").asInt()))
                .orElseGet(OptionalInt::empty);
    }

    /** Waits until the bank is loaded. Nothing when it has no fault, or when the catalog is gone before. */
    Optional<String> awaitFaults() throws InterruptedException {
        // A bank that could not be loaded is tried again.
        return awaitOther(Set.of("loading", "failed")).flatMap(bank -> sentence(bank.path("refused")));
    }

    /** What the catalog says once the bank is in none of these states; nothing when the catalog is gone before. */
    private Optional<JsonNode> awaitOther(Set<String> states) throws InterruptedException {
        try {
            JsonNode bank = ask();
            while (states.contains(bank.path("state").asText())) {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
                bank = ask();
            }
            return Optional.of(bank);
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
