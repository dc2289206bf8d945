package dev.weakspot.cli;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weakspot.cli.HostileRequests.Example;
import dev.weakspot.cli.HostileRequests.Header;
import dev.weakspot.cli.HostileRequests.Request;
import dev.weakspot.cli.OpenApi.Operation;
import dev.weakspot.testbed.LocalIdentity;
import dev.weakspot.testbed.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is sent, nothing breaks: no 5xx, no stack trace, nothing in the log, and afterwards all works as before. To send
 * one request again: {@code -Dweakspot.fuzz.seed=… -Dweakspot.fuzz.number=…}.
 */
@TestInstance(Lifecycle.PER_CLASS)
class HostileRequestsIT {

    private static final List<ServiceName> SERVICES =
            List.of(ServiceName.CATALOG, ServiceName.PRACTICE, ServiceName.RECOMMENDATION);
    private static final int EACH = Integer.getInteger("weakspot.fuzz.requests", 7_000);
    private static final long SEED = Long.getLong("weakspot.fuzz.seed", 20_261_121);
    private static final int ONLY = Integer.getInteger("weakspot.fuzz.number", -1);
    private static final int CONNECTIONS = 4;

    private static final Pattern PROBLEM_TYPE =
            Pattern.compile("about:blank|https://weakspot\\.dev/problems/[a-z]+(-[a-z]+)*");
    private static final Pattern STACK_TRACE = Pattern.compile("\\tat |Exception|dev\\.weakspot\\.|io\\.micronaut");

    private static final String VISITOR = "hostile-henry";
    private static final String PASSWORD = "four-words-in-a-row";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int portBase = Ports.anyFree(6);
    private final PortPlan ports = PortPlan.from(portBase);
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Queue<Map.Entry<String, Integer>> statuses = new ConcurrentLinkedQueue<>();

    @TempDir
    private static Path data;

    private WeakspotProcess weakspot;
    private List<Header> tokens = List.of();
    private List<Header> visitors = List.of();
    private String csrf = "";
    private String practiseSet = "";
    private List<JsonNode> questions = List.of();
    private String rubric = "";

    @BeforeAll
    void start() throws Exception {
        weakspot = WeakspotProcess.start(data, portBase);
        LocalIdentity identity = LocalIdentity.in(new DataFolder(data).identity());
        Duration hour = Duration.ofHours(1);
        UUID ada = identity.learnerNamed("ada");
        tokens = Stream.of(
                        identity.token(ada, Set.of("learner", "author", "analyst", "ops"), hour),
                        identity.token(ada, Set.of("learner"), hour),
                        identity.token(ada, Set.of("author"), hour),
                        identity.token(ada, Set.of("analyst"), hour),
                        identity.token(ada, Set.of("ops"), hour),
                        identity.token(ada, Set.of(), hour),
                        identity.token(ada, Set.of("learner"), hour.negated()),
                        identity.token("somebody-else", ada, Set.of("learner", "author"), hour),
                        identity.token(ada, Set.of("learner"), hour) + "x")
                .map(token -> new Header("Authorization", "Bearer " + token))
                .toList();
        learnTheBank();
        signUp();
    }

    @AfterAll
    void stop() {
        if (weakspot != null) {
            weakspot.close();
        }
    }

    @Test
    void noRequestBreaksAnything() throws Exception {
        sendAll(SERVICES, EACH);
    }

    @Test
    void noVisitorBreaksAnything() throws Exception {
        sendAll(List.of(ServiceName.WEB), EACH / 3);
    }

    private void sendAll(List<ServiceName> services, int each) throws Exception {
        long before = Files.size(log());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (ServiceName service : services) {
                HostileRequests requests = requestsTo(service);
                var next = new AtomicInteger();
                for (int connection = 0; connection < CONNECTIONS; connection++) {
                    running.add(threads.submit(() -> sendAll(service, requests, next, each)));
                }
            }
            awaitAll(running);
        }

        requireNoFault();
        if (ONLY < 0) {
            requireThatEveryOperationWasReached(services);
        }
        requireAQuietLog(before);
        requireThatAnAttemptGoesThrough();
    }

    private void requireNoFault() {
        assertThat(faults.stream().limit(10)).as("of %s faults", faults.size()).isEmpty();
    }

    @BeforeEach
    void forget() {
        faults.clear();
        statuses.clear();
    }

    @Test
    void hostileBodiesAreRefused() throws Exception {
        long before = Files.size(log());
        for (ServiceName service : SERVICES) {
            HostileRequests requests = requestsTo(service);
            for (Operation operation : requests.operations()) {
                if (operation.body().isPresent()) {
                    hostileBodies()
                            .forEach((name, body) -> sendHostileBody(service, name, requests.with(operation, body)));
                }
            }
        }

        requireNoFault();
        requireAQuietLog(before);
        requireThatAnAttemptGoesThrough();
    }

    /** A body is bounded as a whole; this is about what a service promises to take from it. */
    @Test
    void whateverIsSentHasABound() throws Exception {
        List<String> boundless = new ArrayList<>();
        for (ServiceName service : SERVICES) {
            OpenApi document = document(service);
            for (Operation operation : document.operations()) {
                operation
                        .parameters()
                        .forEach(parameter -> collectBoundless(
                                document,
                                service + " " + operation + " " + parameter.name(),
                                parameter.schema(),
                                boundless));
                operation
                        .body()
                        .ifPresent(body ->
                                collectBoundless(document, service + " " + operation, body.schema(), boundless));
            }
        }

        assertThat(boundless).isEmpty();
    }

    private static void collectBoundless(
            OpenApi document, String path, Map<String, Object> named, List<String> boundless) {
        Map<String, Object> schema = document.resolved(named);
        boolean isBounded =
                switch (String.valueOf(schema.get("type"))) {
                    case "string" ->
                        Stream.of("maxLength", "pattern", "enum", "format").anyMatch(schema::containsKey);
                    case "array" -> schema.containsKey("maxItems");
                    default -> true;
                };
        if (!isBounded) {
            boundless.add(path);
        }
        OpenApi.map(schema, "properties")
                .forEach((name, property) ->
                        collectBoundless(document, path + "." + name, OpenApi.asMap(property), boundless));
        OpenApi.list(schema, "oneOf").stream()
                .map(shape -> document.resolved(OpenApi.asMap(shape)))
                .map(shape -> withoutDiscriminator(schema, shape))
                .forEach(shape -> collectBoundless(document, path, shape, boundless));
        if (schema.containsKey("items")) {
            collectBoundless(document, path + "[]", OpenApi.map(schema, "items"), boundless);
        }
    }

    /** Its words are those of the mapping. */
    private static Map<String, Object> withoutDiscriminator(Map<String, Object> schema, Map<String, Object> shape) {
        Map<String, Object> properties = new TreeMap<>(OpenApi.map(shape, "properties"));
        properties.remove(String.valueOf(OpenApi.map(schema, "discriminator").get("propertyName")));
        return Map.of("properties", properties);
    }

    private static Map<String, String> hostileBodies() {
        Map<String, String> bodies = new TreeMap<>();
        bodies.put("an array in an array, 10,000 times", "[".repeat(10_000) + "]".repeat(10_000));
        bodies.put("an object in an object, 5,000 times", "{\"x\":".repeat(5_000) + "1" + "}".repeat(5_000));
        bodies.put("arrays that never end", "[".repeat(30_000));
        bodies.put("a number of 10,000 digits", "{\"x\":" + "9".repeat(10_000) + "}");
        bodies.put("a number with a large exponent", "{\"x\":1e999999999}");
        bodies.put("halves of characters", "{\"x\":\"\\ud800\",\"\\udc00\":\"\\udfff\\ud800\"}");
        bodies.put("NUL", "{\"\\u0000\":\"\\u0000\"}");
        bodies.put("the same key twice", "{\"x\":1,\"x\":2,\"x\":{}}");
        bodies.put("10,000 keys", "{" + "\"x\":1,".repeat(10_000) + "\"x\":1}");
        bodies.put("null", "null");
        bodies.put("an array", "[]");
        bodies.put("a string", "\"x\"");
        bodies.put("a number", "1");
        bodies.put("nothing", "");
        bodies.put("no JSON", "<xml/>");
        bodies.put("a string of 10 MiB", "{\"x\":\"" + "x".repeat(10 << 20) + "\"}");
        bodies.put("10 MiB of spaces", " ".repeat(10 << 20));
        return bodies;
    }

    private void sendHostileBody(ServiceName service, String name, Request request) {
        try (var wire = new Wire(ports.of(service))) {
            Wire.Answer answer = wire.send(request.method(), request.bytes());
            judge(service, request, answer)
                    .or(() -> answer.status() < 400 ? Optional.of("is accepted") : Optional.empty())
                    .ifPresent(fault -> faults.add(request.of() + " with " + name + ": " + fault + " " + answer));
        } catch (IOException e) {
            // A body that is far too large may be cut off while it is being sent.
            if (request.body().length() < 1 << 20) {
                faults.add(request.of() + " with " + name + ": " + e);
            }
        }
    }

    private Void sendAll(ServiceName service, HostileRequests requests, AtomicInteger next, int each)
            throws IOException {
        try (var wire = new Wire(ports.of(service))) {
            for (int number = next.getAndIncrement(); number < each; number = next.getAndIncrement()) {
                if (ONLY < 0 || ONLY == number) {
                    send(service, requests.make(number), number, wire);
                }
            }
        }
        return null;
    }

    private void send(ServiceName service, Request request, int number, Wire wire) {
        try {
            Wire.Answer answer = wire.send(request.method(), request.bytes());
            if (request.of().startsWith(request.method() + " ")) {
                statuses.add(Map.entry(service + " " + request.of(), answer.status()));
            }
            if (ONLY == number) {
                System.out.println(service + ": " + request + "\n → " + answer);
            }
            judge(service, request, answer).ifPresent(fault -> report(service, request, number, fault + " " + answer));
        } catch (IOException e) {
            // What was sent before over the same connection may be the reason.
            report(service, request, number, e + " after " + wire.previous());
        }
    }

    private void report(ServiceName service, Request request, int number, String fault) {
        faults.add("%s, seed %s, number %s: %s%n  %s".formatted(service, SEED, number, request, fault));
    }

    /** What is wrong with an answer, if anything is. */
    private static Optional<String> judge(ServiceName service, Request request, Wire.Answer answer) {
        boolean comeAgain =
                answer.status() == 503 && !answer.header("retry-after").isEmpty();
        if (answer.status() >= 500 && !comeAgain) {
            return Optional.of("is a breakage");
        }
        boolean isWellSaid = service == ServiceName.WEB ? isPage(request, answer) : isProblem(request, answer);
        if (answer.status() >= 400 && !isWellSaid) {
            return Optional.of("is no problem with a stable type, or no page");
        }
        if (answer.status() >= 400 && STACK_TRACE.matcher(answer.body()).find()) {
            return Optional.of("tells how we are built");
        }
        return Optional.empty();
    }

    private static boolean isPage(Request request, Wire.Answer answer) {
        boolean isHtml = answer.header("content-type").startsWith("text/html");
        // What Netty refuses before anybody of us sees it has no page.
        boolean isNettys = answer.status() == 417;
        return request.method().equals("HEAD")
                || isNettys
                || (isHtml && answer.body().contains("</html>"));
    }

    private static boolean isProblem(Request request, Wire.Answer answer) {
        if (request.method().equals("HEAD")) {
            return true;
        }
        if (!answer.header("content-type").equals("application/problem+json")) {
            return false;
        }
        try {
            JsonNode problem = JSON.readTree(answer.body());
            return PROBLEM_TYPE.matcher(problem.path("type").asText()).matches()
                    && problem.path("status").asInt() == answer.status()
                    && !problem.path("title").asText().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** Else the hostile requests would only prove that the door is shut. */
    private void requireThatEveryOperationWasReached(List<ServiceName> services) throws IOException {
        Map<String, Set<Integer>> seen = statuses.stream()
                .collect(groupingBy(
                        Map.Entry::getKey, TreeMap::new, mapping(Map.Entry::getValue, toCollection(TreeSet::new))));
        System.out.println("Requests: " + statuses.size() + ", statuses by operation:");
        seen.forEach((operation, codes) -> System.out.println("  " + operation + " " + codes));
        for (ServiceName service : services) {
            for (Operation operation : requestsTo(service).operations()) {
                assertThat(seen.getOrDefault(service + " " + operation, Set.of()))
                        .as(service + " " + operation)
                        .anyMatch(status -> status < 400)
                        .anyMatch(status -> status >= 400);
            }
        }
    }

    private void requireAQuietLog(long before) throws IOException {
        String log = Files.readString(log(), StandardCharsets.UTF_8);
        assertThat(log.length()).as("what the log has become longer by").isLessThan((int) before + 100_000);
        assertThat(Complaints.in(log())).isEmpty();
        assertThat(log).doesNotContain(HostileRequests.CANARY);
    }

    private void requireThatAnAttemptGoesThrough() throws Exception {
        JsonNode question = questions.getFirst();
        JsonNode result = Api.learner("grace", data, portBase)
                .post(ServiceName.PRACTICE, "/api/v1/attempts", attempt(question, UUID.randomUUID()));
        long sequence = result.path("sequence").asLong();
        assertThat(sequence).as("of %s", result).isPositive();
        Awaitility.await()
                .until(
                        () -> Api.learner("grace", data, portBase)
                                .get(ServiceName.RECOMMENDATION, "/api/v1/learners/me/beliefs?after=" + sequence)
                                .path("as_of")
                                .path("sequence")
                                .asLong(),
                        known -> known == sequence);
    }

    /** The first account of an installation may do everything. */
    private void signUp() throws IOException {
        try (var wire = new Wire(ports.web())) {
            String form = "name=" + VISITOR + "&password=" + PASSWORD;
            String session = wire.send("POST", form("/sign-up", "", form))
                    .header("set-cookie")
                    .split(";", 2)[0];
            assertThat(session).startsWith("weakspot_session=");
            visitors = List.of(
                    new Header("Cookie", session),
                    new Header("Cookie", session + "; weakspot_zone=Asia%2FKathmandu; weakspot_language=de"),
                    new Header("Cookie", "weakspot_session=nobody"),
                    new Header("Cookie", "a=b"));
            String page = wire.send("GET", bytes("GET /account HTTP/1.1\r\nHost: x\r\nCookie: " + session + "\r\n\r\n"))
                    .body();
            csrf = page.replaceFirst("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
            String set = wire.send("POST", form("/practise", session, "size=10&csrf=" + csrf))
                    .header("location");
            assertThat(set).startsWith("/practise/");
            practiseSet = set;
        }
    }

    private static byte[] form(String path, String cookie, String fields) {
        return bytes("POST %s HTTP/1.1\r\nHost: x\r\nCookie: %s\r\nContent-Type: %s\r\nContent-Length: %s\r\n\r\n%s"
                .formatted(path, cookie, "application/x-www-form-urlencoded", fields.length(), fields));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void learnTheBank() throws IOException {
        Api author = Api.author(data, portBase);
        List<JsonNode> found = new ArrayList<>();
        for (int page = 0; page < 2; page++) {
            String path = "/api/v1/questions?size=100&page=" + page;
            JsonNode items = Awaitility.await()
                    .until(() -> author.get(ServiceName.CATALOG, path).path("items"), list -> list.size() == 100);
            items.forEach(found::add);
        }
        questions = withAnswer("single-choice", found).toList();
        rubric = withAnswer("rubric", found)
                .map(question -> question.path("question_id").asText())
                .findFirst()
                .orElseThrow();
        // Practice hears of the bank through Kafka, a moment after the catalog has it.
        JsonNode last = questions.getLast();
        Awaitility.await().until(() -> Api.learner("grace", data, portBase)
                .post(ServiceName.PRACTICE, "/api/v1/attempts", attempt(last, new UUID(0, 1)))
                .has("sequence"));
    }

    private static Stream<JsonNode> withAnswer(String type, List<JsonNode> questions) {
        return questions.stream()
                .filter(question ->
                        question.path("answer").path("type").asText().equals(type));
    }

    private static ObjectNode attempt(JsonNode question, UUID id) {
        ObjectNode attempt = JsonNodeFactory.instance.objectNode();
        attempt.put("attempt_id", id.toString());
        attempt.put("question_id", question.path("question_id").asText());
        attempt.put("question_version", question.path("version").asInt());
        attempt.putObject("answer").put("type", "single-choice").put("choice", "a");
        return attempt;
    }

    private HostileRequests requestsTo(ServiceName service) throws IOException {
        return new HostileRequests(
                document(service), examplesFor(service), service == ServiceName.WEB ? visitors : tokens, SEED);
    }

    /** Web is asked for pages, not for data: what it may be asked stands beside this test. */
    private OpenApi document(ServiceName service) throws IOException {
        if (service == ServiceName.WEB) {
            try (InputStream pages = HostileRequestsIT.class.getResourceAsStream("pages.yml")) {
                return OpenApi.parse(new String(requireNonNull(pages).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        try (var wire = new Wire(ports.of(service))) {
            return OpenApi.parse(wire.send("GET", bytes("GET /openapi/openapi.yml HTTP/1.1\r\nHost: x\r\n\r\n"))
                    .body());
        }
    }

    private List<Example> examplesFor(ServiceName service) {
        return switch (service) {
            case CATALOG -> catalogExamples();
            case PRACTICE -> practiceExamples();
            case RECOMMENDATION -> recommendationExamples();
            case WEB -> webExamples();
        };
    }

    private List<Example> catalogExamples() {
        List<Example> examples = new ArrayList<>();
        // The first question stays as it is, for afterwards.
        for (JsonNode question : questions.subList(1, 15)) {
            String path = "/api/v1/questions/" + question.path("question_id").asText();
            String ofVersion = "/api/v1/questions/{id}/versions/{version}";
            examples.add(new Example("DELETE /api/v1/questions/{id}", path, Optional.empty()));
            examples.add(new Example("GET /api/v1/questions/{id}", path, Optional.empty()));
            examples.add(new Example("GET " + ofVersion, path + "/versions/1", Optional.empty()));
            examples.add(new Example("PUT " + ofVersion, path + "-again/versions/1", Optional.of(question)));
        }
        String topic = "/api/v1/topics/hostility";
        JsonNode body = JsonNodeFactory.instance
                .objectNode()
                .put("slug", "hostility")
                .put("title", "Hostility")
                .put("group", "Tests")
                .set("prerequisites", JsonNodeFactory.instance.arrayNode());
        examples.add(new Example("GET /api/v1/topics/{slug}", "/api/v1/topics/caching", Optional.empty()));
        examples.add(new Example("PUT /api/v1/topics/{slug}", topic, Optional.of(body)));
        return examples;
    }

    private static List<Example> recommendationExamples() {
        String path = "/api/v1/learners/me/goal";
        JsonNode goal = JsonNodeFactory.instance
                .objectNode()
                .put("day", LocalDate.now(ZoneOffset.UTC).plusDays(60).toString())
                .put("minutes_per_day", 30);
        return List.of(new Example("PUT " + path, path, Optional.of(goal)));
    }

    /** None that ends the visit. */
    private List<Example> webExamples() {
        List<Example> examples = new ArrayList<>();
        examples.add(new Example("GET /practise/{id}", practiseSet, Optional.empty()));
        examples.add(filled("POST /sign-in", "/sign-in", "name", VISITOR, "password", PASSWORD));
        examples.add(filled("POST /sign-up", "/sign-up", "name", VISITOR + "-again", "password", PASSWORD));
        examples.add(filled("POST /practise", "/practise", "size", "10"));
        examples.add(filled(
                "POST /interview",
                "/interview",
                "day",
                LocalDate.now(ZoneOffset.UTC).plusDays(60).toString(),
                "minutes",
                "30",
                "scope",
                "all"));
        examples.add(filled("POST /interview/drop", "/interview/drop"));
        examples.add(filled("POST /practise/{id}/more", practiseSet + "/more"));
        for (int position = 1; position <= 5; position++) {
            String item = practiseSet + "/" + position;
            examples.add(new Example("GET /practise/{id}/{position}", item, Optional.empty()));
            examples.add(filled("POST /practise/{id}/{position}", item, "choice", "a", "text", HostileRequests.CANARY));
        }
        return examples;
    }

    private Example filled(String operation, String path, String... fields) {
        ObjectNode form = JsonNodeFactory.instance.objectNode().put("csrf", csrf);
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return new Example(operation, path, Optional.of(form));
    }

    private List<Example> practiceExamples() {
        List<Example> examples = new ArrayList<>();
        for (int i = 15; i < 35; i++) {
            UUID id = new UUID(1, i);
            examples.add(new Example(
                    "POST /api/v1/attempts", "/api/v1/attempts", Optional.of(attempt(questions.get(i), id))));
            examples.add(new Example("GET /api/v1/attempts/{id}", "/api/v1/attempts/" + id, Optional.empty()));
            ObjectNode plan = JsonNodeFactory.instance.objectNode();
            plan.put("session_id", id.toString()).put("size", 10);
            String session = "/api/v1/sessions/" + id;
            examples.add(new Example("POST /api/v1/sessions", "/api/v1/sessions", Optional.of(plan)));
            examples.add(new Example("GET /api/v1/sessions/{id}", session, Optional.empty()));
            examples.add(
                    new Example("PUT /api/v1/sessions/{id}/completion", session + "/completion", Optional.empty()));
            examples.add(new Example(
                    "POST /api/v1/sessions/{id}/items",
                    session + "/items",
                    Optional.of(JsonNodeFactory.instance.objectNode().put("from", 6))));
        }
        Stream.of("model-answer", "outline")
                .forEach(part -> examples.add(new Example(
                        "GET /api/v1/questions/{id}/versions/{version}/" + part,
                        "/api/v1/questions/" + rubric + "/versions/1/" + part,
                        Optional.empty())));
        return examples;
    }

    private static void awaitAll(List<Future<?>> running) throws InterruptedException, ExecutionException {
        for (Future<?> each : running) {
            each.get();
        }
    }

    private static Path log() {
        return data.resolve("logs").resolve("weakspot.log");
    }
}
