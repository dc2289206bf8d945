package dev.weakspot.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weakspot.bench.Bank;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Learners who answer one question after the other, whatever happens. Who gets no answer, or is told to come again, sends the same
 * attempt again, as a client should; some give up, some send twice what was answered, and some send what must be refused.
 */
final class Learners implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration VALIDITY = Duration.ofHours(12);
    private static final int GIVES_UP = 20;
    private static final int SENDS_TWICE = 10;
    private static final int IS_WRONG = 30;
    private static final int LOOKS = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cluster cluster;
    private final Bank bank;
    private final Diary diary;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private volatile boolean isOver;

    Learners(Cluster cluster, Bank bank, Diary diary) {
        this.cluster = cluster;
        this.bank = bank;
        this.diary = diary;
    }

    /** So many, who together try so many attempts a second, until {@link #close}. */
    void begin(int number, int perSecond, SplittableRandom random) {
        for (int i = 0; i < number; i++) {
            SplittableRandom own = random.split();
            var learner = new Learner(new UUID(own.nextLong(), own.nextLong()));
            double pauseMillis = 1_000.0 * number / perSecond;
            Future<?> _ = threads.submit(() -> {
                while (!isOver) {
                    TimeUnit.MILLISECONDS.sleep((long) (pauseMillis * 2 * own.nextDouble()));
                    learner.act(own);
                }
                return null;
            });
        }
    }

    /** A crowd comes at once, each over a connection of its own, sends attempts without a pause, and goes. */
    void rush(int number, Duration length, SplittableRandom random) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        List<Future<?>> crowd = IntStream.range(0, number)
                .<Future<?>>mapToObj(_ -> {
                    SplittableRandom own = random.split();
                    var learner = new Learner(new UUID(own.nextLong(), own.nextLong()));
                    return threads.submit(() -> {
                        while (System.nanoTime() < end) {
                            learner.answer(own, UUID.randomUUID(), true);
                        }
                        return null;
                    });
                })
                .toList();
        for (Future<?> one : crowd) {
            while (!one.isDone()) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    /** Answers one question and returns when the recommendation services have learned from it. */
    void awaitLearned(SplittableRandom random) throws IOException, InterruptedException {
        var learner = new Learner(new UUID(random.nextLong(), random.nextLong()));
        learner.answer(random, new UUID(random.nextLong(), random.nextLong()), false);
        for (Cluster.Instance instance : cluster.recommendations()) {
            while (instance.part().isRunning() && !isOver && !learner.isKnownTo(instance)) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    @Override
    public void close() {
        isOver = true;
        threads.close();
        http.close();
    }

    private final class Learner {

        private final UUID id;
        private final String token;

        Learner(UUID id) {
            this.id = id;
            this.token = cluster.identity().token(id, Set.of("learner"), VALIDITY);
        }

        void act(SplittableRandom random) throws InterruptedException {
            if (random.nextInt(IS_WRONG) == 0) {
                sendNonsense(random);
            } else {
                answer(random, new UUID(random.nextLong(), random.nextLong()), random.nextInt(GIVES_UP) == 0);
            }
            if (random.nextInt(LOOKS) == 0) {
                look(random);
            }
        }

        /** Until it is recorded, or until the first disappointment of somebody who gives up. */
        void answer(SplittableRandom random, UUID attempt, boolean givesUp) throws InterruptedException {
            String body = body(attempt, Bank.question(random.nextInt(bank.questions())), random.nextBoolean());
            boolean isRecorded = false;
            while (!isRecorded && !isOver) {
                isRecorded = send(random, attempt, body);
                if (!isRecorded && givesUp) {
                    return;
                }
                if (!isRecorded) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
            }
            if (isRecorded && random.nextInt(SENDS_TWICE) == 0) {
                send(random, attempt, body);
            }
        }

        private void sendNonsense(SplittableRandom random) throws InterruptedException {
            UUID attempt = new UUID(random.nextLong(), random.nextLong());
            send(random, attempt, body(attempt, "no-such-question", true));
        }

        /** Whether the attempt was recorded, now or before. */
        private boolean send(SplittableRandom random, UUID attempt, String body) throws InterruptedException {
            List<Cluster.Instance> open = cluster.practices().stream()
                    .filter(instance -> instance.part().isRunning())
                    .toList();
            if (open.isEmpty()) {
                diary.unanswered("nobody to ask");
                return false;
            }
            int port = open.get(random.nextInt(open.size())).port();
            try {
                HttpResponse<String> answer = http.send(
                        request(port, "/api/v1/attempts")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                return note(attempt, answer);
            } catch (IOException e) {
                diary.unanswered(e.getClass().getSimpleName());
                return false;
            }
        }

        private boolean note(UUID attempt, HttpResponse<String> answer) throws IOException {
            int status = answer.statusCode();
            if (status == 200 || status == 201) {
                JsonNode told = JSON.readTree(answer.body());
                diary.recorded(attempt, id, told.get("sequence").asLong());
                return true;
            }
            if (status >= 500) {
                noteFailure(answer);
            } else {
                diary.refused(attempt);
            }
            return false;
        }

        private void noteFailure(HttpResponse<String> answer) {
            if (answer.statusCode() == 503
                    && answer.headers().firstValue("Retry-After").isPresent()) {
                diary.comeAgain();
            } else {
                diary.complain("%d without Retry-After from %s: %s"
                        .formatted(answer.statusCode(), answer.request().uri(), answer.body()));
            }
        }

        private void look(SplittableRandom random) throws InterruptedException {
            List<Cluster.Instance> open = cluster.recommendations().stream()
                    .filter(instance -> instance.part().isRunning())
                    .toList();
            if (!open.isEmpty()) {
                ask(open.get(random.nextInt(open.size())).port(), "/api/v1/learners/me/suggestions");
            }
        }

        private String ask(int port, String path) throws InterruptedException {
            try {
                HttpResponse<String> answer =
                        http.send(request(port, path).GET().build(), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() >= 500) {
                    noteFailure(answer);
                }
                return answer.statusCode() == 200 ? answer.body() : "{}";
            } catch (IOException e) {
                return "{}";
            }
        }

        boolean isKnownTo(Cluster.Instance instance) throws IOException, InterruptedException {
            JsonNode answer = JSON.readTree(ask(instance.port(), "/api/v1/learners/me/weak-topics?after=1"));
            return answer.path("as_of").path("sequence").asLong() >= 1;
        }

        private HttpRequest.Builder request(int port, String path) {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token);
        }

        private String body(UUID attempt, String question, boolean isFirst) {
            return "{\"attempt_id\":\"" + attempt + "\",\"question_id\":\"" + question
                    + "\",\"question_version\":1,\"answer\":{\"type\":\"single-choice\",\"choice\":\""
                    + (isFirst ? 'a' : 'b')
                    + "\"},\"response_time_ms\":12500,\"hints_used\":0}";
        }
    }
}
