package dev.weakspot.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.weakspot.cli.OpenApi.Operation;
import dev.weakspot.cli.OpenApi.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Requests as an OpenAPI document allows them, and as it does not. The same seed and number always make the same request.
 */
final class HostileRequests {

    /** Stands in every text that is sent as an answer: what is found in a log has leaked. */
    static final String CANARY = "canary";

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Halves of characters can only be written as escapes. */
    private static final JsonMapper WRITER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "\"\"",
            "0",
            "-1",
            "0.5",
            "2147483648",
            "9223372036854775808",
            "1" + "0".repeat(400),
            "1e999",
            "-1e-999",
            "1e400000000",
            "NaN",
            "01",
            "[]",
            "{}",
            "[null]",
            "{\"\": null}",
            nested(50),
            nested(2_000),
            "[" + "1,".repeat(500) + "1]",
            "\"\\u0000\"",
            "\"" + CANARY + "\\ud800\"",
            "\"\\udc00" + CANARY + "\"",
            "\"\\u202e\\ufeff\\u0301\\ud83d\\udca9\"",
            "\"${jndi:ldap://127.0.0.1:1/x}\"",
            "\"'; drop table attempt; --\"",
            "\"%s%n{}\"",
            "\"../../../../etc/passwd\"",
            "\"<script>alert(1)</script>\"",
            "\"" + "x".repeat(300) + "\"",
            "\"" + "y".repeat(20_000) + "\"",
            "\"2026-13-45\"",
            "\"+999999999-12-31\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"+1000000000-12-31T23:59:59.999999999Z\"",
            "\"00000000-0000-0000-0000-000000000000\"");

    private static final List<String> WORDS = List.of(
            "",
            "%00",
            "%FF",
            "%ED%A0%80",
            "%C0%80",
            "%F0%9F%92%A9",
            "%25",
            "%",
            "%zz",
            "-1",
            "0",
            "1",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "1e9",
            "NaN",
            "null",
            "..%2F..%2Fapplication.yml",
            "a%0D%0AX-Injected:%201",
            "%27%20or%201%3D1--",
            "%25%25%5F",
            "[]",
            "{id}",
            "%7Bid%7D",
            "|",
            "a;b=c",
            ",,,,",
            "Europe/Berlin",
            "%2B18:00",
            "UTC%2B18:01",
            "00000000-0000-0000-0000-000000000000",
            "0.00000000-0000-0000-0000-000000000000",
            "9999999999999999.00000000-0000-0000-0000-000000000000",
            "x".repeat(300),
            "x".repeat(2_000),
            "%E2%80%AE",
            "+",
            "*",
            "%09");

    private static final List<Header> HEADERS = List.of(
            new Header("Content-Type", "text/plain"),
            new Header("Content-Type", "application/xml"),
            new Header("Content-Type", "application/json; charset=utf-16"),
            new Header("Content-Type", "application/json; charset=no-such"),
            new Header("Content-Type", "multipart/form-data; boundary=x"),
            new Header("Content-Type", "application/x-www-form-urlencoded"),
            new Header("Content-Type", "////;;;="),
            new Header("Content-Type", ""),
            new Header("Accept", "application/xml"),
            new Header("Accept", "text/html"),
            new Header("Accept", "text/event-stream"),
            new Header("Accept", ";;;,,q=x"),
            new Header("Accept", "application/json;q=1e999"),
            new Header("Accept-Encoding", "gzip;q=NaN, *;q=0"),
            new Header("Accept-Language", "x-".repeat(200)),
            new Header("Accept-Charset", "no-such"),
            new Header("Content-Encoding", "gzip"),
            new Header("Content-Encoding", "deflate"),
            new Header("Content-Encoding", "snappy"),
            new Header("Content-Encoding", "br"),
            new Header("Content-Encoding", "zstd"),
            new Header("Content-Encoding", "no-such"),
            new Header("Cookie", "a=\u0001;;;=;\"; weakspot_session=\u00ff"),
            new Header("Cookie", "weakspot_session=x; weakspot_zone=%zz; weakspot_language=\"\""),
            new Header("Range", "bytes=5-1"),
            new Header("If-None-Match", "\"x\""),
            new Header("If-Modified-Since", "not a day"),
            new Header("Expect", "100-continue"),
            new Header("Expect", "no-such"),
            new Header("Host", "a b{}<>"),
            new Header("Host", ""),
            new Header("Origin", "null"),
            new Header("Origin", "http://[::"),
            new Header("Access-Control-Request-Method", "NO-SUCH"),
            new Header("X-Forwarded-For", "${jndi:ldap://127.0.0.1:1/x}"),
            new Header("X-Forwarded-Host", "evil.example\u0000"),
            new Header("X-Http-Method-Override", "DELETE"),
            new Header("Forwarded", "for=\"[::"),
            new Header("traceparent", "00-zz"),
            new Header("Upgrade", "h2c"),
            new Header("Upgrade", "websocket"),
            new Header("X-Long", "x".repeat(7_000)),
            new Header("X-Odd", "\u00e4\u00ff\u0080"),
            new Header("Authorization", "Basic Og=="),
            new Header("Authorization", "Bearer"),
            new Header("Authorization", "Bearer \u00ff\u00fe"),
            new Header("Authorization", "Bearer a.b.c"),
            // An unsigned token: {"alg":"none"} and {"sub":"x","roles":["author"]}.
            new Header("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4Iiwicm9sZXMiOlsiYXV0aG9yIl19."));

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW", "get");

    private final OpenApi document;
    private final List<Operation> operations;
    private final List<Example> examples;
    private final List<Header> credentials;
    private final long seed;

    /**
     * @param examples what is known to work
     * @param credentials the first of them may do everything
     */
    HostileRequests(OpenApi document, List<Example> examples, List<Header> credentials, long seed) {
        this.document = document;
        this.operations = document.operations();
        this.examples = List.copyOf(examples);
        this.credentials = List.copyOf(credentials);
        this.seed = seed;
    }

    /** A call that works: an operation by its method and path, the path to call it at, and what to send. */
    record Example(String operation, String path, Optional<JsonNode> body) {}

    /** A line of a request. */
    record Header(String name, String value) {

        private String shortened() {
            return name + ": " + value.substring(0, Math.min(value.length(), 80));
        }
    }

    /**
     * What to send. All of it is Latin-1, where each character is a byte.
     *
     * @param of the operation that it is about
     */
    record Request(String of, String method, String target, List<Header> headers, String body) {

        /** As it goes over the wire. */
        byte[] bytes() {
            var whole = new StringJoiner("\r\n", "", "\r\n\r\n" + body);
            whole.add(method + " " + target + " HTTP/1.1");
            headers.forEach(header -> whole.add(header.name() + ": " + header.value()));
            return whole.toString().getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public String toString() {
            String start = body.substring(0, Math.min(body.length(), 600));
            return method + " " + target + " "
                    + headers.stream().map(Header::shortened).toList() + " " + start;
        }
    }

    List<Operation> operations() {
        return operations;
    }

    Request make(int number) {
        return new Making(chance(number)).request();
    }

    /** A request to an operation that is fine but for its body. */
    Request with(Operation operation, String body) {
        Making making = new Making(chance(0));
        making.begin(operation);
        making.body = body;
        return making.finish();
    }

    /** Neighbouring numbers have nothing in common, as they would have with {@link java.util.Random}. */
    private RandomGenerator chance(int number) {
        return new SplittableRandom(seed * 1_000_003 + number);
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    /** One request in the making. */
    private final class Making {

        private final RandomGenerator chance;
        private String of = "";
        private String method = "";
        private String path = "";
        private final Map<String, String> query = new LinkedHashMap<>();
        private final Map<String, Header> headers = new LinkedHashMap<>();
        private Optional<JsonNode> tree = Optional.empty();
        private String body = "";

        Making(RandomGenerator chance) {
            this.chance = chance;
        }

        Request request() {
            begin(any(operations));
            int faults = chance.nextInt(10) < 3 ? 0 : 1 + chance.nextInt(3);
            for (int fault = 0; fault < faults && tree.isPresent(); fault++) {
                if (chance.nextInt(4) < 3) {
                    spoilTree();
                }
            }
            tree.ifPresent(value -> body = isForm() ? form(value) : write(value));
            for (int fault = 0; fault < faults; fault++) {
                if (tree.isEmpty() || chance.nextInt(4) == 0) {
                    spoil();
                }
            }
            return finish();
        }

        void begin(Operation operation) {
            of = operation.toString();
            method = operation.method();
            path = operation.path();
            put(new Header("Host", "127.0.0.1"));
            put(credentials.getFirst());
            List<Example> known = examples.stream()
                    .filter(example -> example.operation().equals(operation.toString()))
                    .toList();
            if (!known.isEmpty() && chance.nextInt(4) > 0) {
                Example example = any(known);
                path = example.path();
                tree = example.body().map(JsonNode::deepCopy);
            } else {
                operation.parameters().stream()
                        .filter(Parameter::isInPath)
                        .forEach(gap ->
                                path = path.replace("{" + gap.name() + "}", encode(text(valid(gap.schema(), "")))));
                tree = operation.body().map(sent -> valid(sent.schema(), ""));
            }
            operation.parameters().stream()
                    .filter(parameter -> !parameter.isInPath())
                    .filter(parameter -> parameter.isRequired() || chance.nextInt(3) == 0)
                    .forEach(parameter ->
                            query.put(parameter.name(), encode(text(valid(parameter.schema(), parameter.name())))));
            operation.body().ifPresent(sent -> put(new Header("Content-Type", sent.mediaType())));
        }

        Request finish() {
            String target = query.isEmpty()
                    ? path
                    : path + "?"
                            + String.join(
                                    "&",
                                    query.entrySet().stream()
                                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                                            .toList());
            put(new Header("Content-Length", Integer.toString(body.length())));
            return new Request(of, method, target, List.copyOf(headers.values()), body);
        }

        private void put(Header header) {
            headers.put(header.name(), header);
        }

        private JsonNode valid(Map<String, Object> named, String name) {
            Map<String, Object> schema = document.resolved(named);
            if (schema.containsKey("discriminator")) {
                Map<String, Object> shapes = OpenApi.map(schema, "discriminator", "mapping");
                String type = any(List.copyOf(shapes.keySet()));
                ObjectNode shape = object(document.resolved(Map.of("$ref", shapes.getOrDefault(type, ""))));
                String property =
                        String.valueOf(OpenApi.map(schema, "discriminator").get("propertyName"));
                shape.put(property, type);
                return shape;
            }
            List<Object> words = OpenApi.list(schema, "enum");
            if (!words.isEmpty()) {
                return JSON.textNode(any(words).toString());
            }
            return switch (String.valueOf(schema.get("type"))) {
                case "integer" -> JSON.numberNode(number(schema).longValue());
                case "number" -> JSON.numberNode(number(schema).doubleValue());
                case "boolean" -> JSON.booleanNode(chance.nextBoolean());
                case "array" -> array(schema, name);
                case "object" -> object(schema);
                default -> JSON.textNode(string(schema, name));
            };
        }

        private Number number(Map<String, Object> schema) {
            double low = schema.get("minimum") instanceof Number least ? least.doubleValue() : 0;
            double high =
                    schema.get("maximum") instanceof Number most ? Math.min(most.doubleValue(), low + 100) : low + 3;
            return low + chance.nextDouble() * (high - low);
        }

        private ArrayNode array(Map<String, Object> schema, String name) {
            ArrayNode array = JSON.arrayNode();
            for (int size = chance.nextInt(4); size > 0; size--) {
                array.add(valid(OpenApi.map(schema, "items"), name));
            }
            return array;
        }

        private ObjectNode object(Map<String, Object> schema) {
            ObjectNode object = JSON.objectNode();
            List<Object> required = OpenApi.list(schema, "required");
            OpenApi.map(schema, "properties").forEach((name, property) -> {
                if (required.contains(name) || chance.nextBoolean()) {
                    object.set(name, valid(OpenApi.asMap(property), name));
                }
            });
            return object;
        }

        private String string(Map<String, Object> schema, String name) {
            return switch (String.valueOf(schema.get("format"))) {
                case "uuid" -> new UUID(chance.nextLong(), chance.nextLong()).toString();
                case "date" ->
                    LocalDate.EPOCH.plusDays(20_000 + chance.nextInt(1_000)).toString();
                case "date-time" -> "2026-0" + (1 + chance.nextInt(9)) + "-01T12:00:00Z";
                default -> name.equals("text") ? CANARY + chance.nextInt(100) : "abc" + chance.nextInt(50);
            };
        }

        /** Puts in, replaces or takes away something somewhere in the tree. */
        private void spoilTree() {
            List<JsonNode> containers = new ArrayList<>();
            tree.ifPresent(root -> collect(root, containers));
            JsonNode hostile = JSON.rawValueNode(new RawValue(any(VALUES)));
            if (containers.isEmpty() || chance.nextInt(20) == 0) {
                tree = Optional.of(hostile);
                return;
            }
            switch (any(containers)) {
                case ObjectNode object -> spoil(object, hostile);
                case ArrayNode array when array.isEmpty() || chance.nextBoolean() -> array.add(hostile);
                case ArrayNode array -> array.set(chance.nextInt(array.size()), hostile);
                case JsonNode other -> throw new AssertionError(other);
            }
        }

        private void spoil(ObjectNode object, JsonNode hostile) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (names.isEmpty() || chance.nextInt(8) == 0) {
                object.set(chance.nextBoolean() ? "unknown" : "\u0000\ud800", hostile);
            } else if (chance.nextInt(5) == 0) {
                object.remove(any(names));
            } else {
                object.set(any(names), hostile);
            }
        }

        private static void collect(JsonNode node, List<JsonNode> containers) {
            if (node.isContainerNode()) {
                containers.add(node);
                node.forEach(child -> collect(child, containers));
            }
        }

        private void spoil() {
            switch (chance.nextInt(9)) {
                case 0 -> method = any(METHODS);
                case 1 -> path = path + any(List.of("/", "/" + any(WORDS), ";x=y", "//", "/.."));
                case 2 -> path = path.replaceFirst("/[^/]*$", "/" + any(WORDS));
                case 3, 4 -> query.put(query.isEmpty() ? "after" : any(List.copyOf(query.keySet())), any(WORDS));
                case 5 -> put(any(credentials));
                case 6 -> corrupt();
                default -> put(any(HEADERS));
            }
        }

        /** Changes bytes, cuts the body off, says something twice, or adds something. */
        private void corrupt() {
            String text = body;
            int at = text.isEmpty() ? 0 : chance.nextInt(text.length());
            body = switch (chance.nextInt(6)) {
                case 0 -> text.substring(0, at);
                case 1 -> text.substring(0, at) + (char) chance.nextInt(256) + text.substring(at);
                case 2 -> text + text;
                case 3 -> "\u00ef\u00bb\u00bf" + text;
                case 4 ->
                    text.startsWith("{") && text.length() > 2
                            ? text.substring(0, text.length() - 1) + "," + text.substring(1)
                            : text + ",";
                default -> any(VALUES);
            };
        }

        private <T> T any(List<T> things) {
            return things.get(chance.nextInt(things.size()));
        }

        private static String text(JsonNode value) {
            if (value.isArray()) {
                List<String> parts = new ArrayList<>();
                value.forEach(part -> parts.add(part.asText()));
                return String.join(",", parts);
            }
            return value.asText();
        }

        private boolean isForm() {
            return FORM.equals(Optional.ofNullable(headers.get("Content-Type"))
                    .map(Header::value)
                    .orElse(""));
        }

        /** What is no text in a form is one of those words that make trouble in addresses. */
        private String form(JsonNode fields) {
            List<String> parts = new ArrayList<>();
            fields.properties()
                    .forEach(field -> parts.add(encode(field.getKey()) + "="
                            + (field.getValue().isTextual()
                                    ? encode(field.getValue().asText())
                                    : any(WORDS))));
            return String.join("&", parts);
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private static String write(JsonNode value) {
            try {
                return WRITER.writeValueAsString(value);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }
    }
}
