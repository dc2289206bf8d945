package dev.weakspot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weakspot.testbed.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several recommendation services share the learners, and each knows all of them. */
class RecommendationInstancesIT {

    private static final int LEARNERS = 24;
    private static final String WEAK_TOPICS = "/api/v1/learners/me/weak-topics?after=1";
    private static final Pattern APPLIED =
            Pattern.compile("weakspot_inbox_delay_seconds_count\\{.*topic=\"practice.attempts.v1\".*} ([0-9.]+)");

    private final int portBase = Ports.anyFree(7);

    @TempDir
    private Path data;

    @Test
    void twoInstancesShareThePartitionsAndAnswerAlike() throws Exception {
        try (var weakspot = WeakspotProcess.start(data, portBase, "--recommendation-instances", "2")) {
            assertThat(weakspot.output()).contains("recommendation-2");
            List<Api> learners = IntStream.range(0, LEARNERS)
                    .mapToObj(number -> learner("learner-" + number))
                    .toList();
            JsonNode question = shortTextQuestion();
            learners.forEach(learner -> answer(learner, question));

            // A partition may wait for its next owner while the second instance joins.
            for (Api learner : learners) {
                await().until(() -> sequence(learner.get(portBase + 3, WEAK_TOPICS)) == 1);
                await().until(() -> sequence(learner.get(portBase + 6, WEAK_TOPICS)) == 1);
            }
            assertThat(applied(portBase + 3)).isBetween(1, LEARNERS - 1);
            assertThat(applied(portBase + 6)).isEqualTo(LEARNERS - applied(portBase + 3));
            // By now attempts have gone all the way, so there is no metric that is not told yet.
            Map<ServiceName, Set<String>> told = told();
            assertThat(told.values().stream().flatMap(Set::stream)).containsAll(Watched.metrics());
            assertThat(told)
                    .allSatisfy((_, metrics) -> assertThat(metrics).contains("http_server_requests_seconds_bucket"));
            for (Api learner : learners) {
                JsonNode first = learner.get(portBase + 3, WEAK_TOPICS);
                JsonNode second = learner.get(portBase + 6, WEAK_TOPICS);
                assertThat(second.findValuesAsText("topic")).isEqualTo(first.findValuesAsText("topic"));
            }
            assertThat(weakspot.stop()).isEqualTo(143);
            assertThat(Complaints.in(new DataFolder(data).log())).isEmpty();
        }
    }

    @Test
    void asManyAsNobodyCanRunAreRefusedInOneSentence() throws Exception {
        try (var weakspot = WeakspotProcess.begin(data, portBase, "--recommendation-instances", "0")) {
            assertThat(weakspot.exitCode()).isEqualTo(2);
            assertThat(weakspot.output()).contains("--recommendation-instances must lie between 1 and 8, and is 0.");
        }
    }

    private Api learner(String name) {
        try {
            return Api.learner(name, data, portBase);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Wrongly; the practice service hears of the bank through Kafka, a moment after the catalog has it. */
    private static void answer(Api learner, JsonNode question) {
        ObjectNode attempt = JsonNodeFactory.instance.objectNode();
        attempt.put("attempt_id", UUID.randomUUID().toString());
        attempt.set("question_id", question.path("question_id"));
        attempt.set("question_version", question.path("version"));
        attempt.putObject("answer").put("type", "short-text").put("text", "no idea");
        await().until(() ->
                learner.post(ServiceName.PRACTICE, "/api/v1/attempts", attempt).has("sequence"));
    }

    private JsonNode shortTextQuestion() throws IOException, InterruptedException {
        Api author = Api.author(data, portBase);
        JsonNode page = await().until(
                        () -> author.get(ServiceName.CATALOG, "/api/v1/questions?size=100"),
                        found -> found.path("items").size() == 100);
        for (JsonNode item : page.path("items")) {
            JsonNode question = author.get(
                    ServiceName.CATALOG,
                    "/api/v1/questions/" + item.path("question_id").asText());
            if (question.path("answer").path("type").asText().equals("short-text")) {
                return question;
            }
        }
        throw new AssertionError("The bank has no question with a short text.");
    }

    private static long sequence(JsonNode answer) {
        return answer.path("as_of").path("sequence").asLong();
    }

    /** How many attempts an instance has applied itself, by its metrics. */
    private int applied(int port) throws IOException, InterruptedException {
        Matcher count = APPLIED.matcher(Api.ops(data, portBase).text(port, "/prometheus"));
        return count.find() ? (int) Double.parseDouble(count.group(1)) : 0;
    }

    /** The names of the metrics that each service tells. */
    private Map<ServiceName, Set<String>> told() throws IOException, InterruptedException {
        Map<ServiceName, Set<String>> told = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            String exposition =
                    Api.ops(data, portBase).text(PortPlan.from(portBase).of(service), "/prometheus");
            told.put(
                    service,
                    exposition
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.split("[{ ]", 2)[0])
                            .collect(Collectors.toSet()));
        }
        return told;
    }
}
