package dev.weakspot.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Asks services whether they are ready to work, as an orchestrator would. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BooleanSupplier isGivenUp;

    Readiness(BooleanSupplier isGivenUp) {
        this.isGivenUp = isGivenUp;
    }

    /** Returns when the service says that it is ready. */
    void await(String service, String url) throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(URI.create(url + "/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String answer = ask(question);
        while (!answer.equals("200")) {
            if (isGivenUp.getAsBoolean()) {
                throw new CancellationException();
            }
            if (System.nanoTime() > deadline) {
                throw new CommandFailure(service + " is not ready after " + PATIENCE.toSeconds() + " s; "
                        + question.uri() + " says " + answer + ".");
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            answer = ask(question);
        }
    }

    private String ask(HttpRequest question) throws InterruptedException {
        try {
            return Integer.toString(
                    http.send(question, BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return "nothing (" + e.getClass().getSimpleName() + ")";
        }
    }
}
