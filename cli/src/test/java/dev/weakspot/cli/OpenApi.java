package dev.weakspot.cli;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a service says that one may ask it. */
final class OpenApi {

    private final Map<String, Object> document;

    private OpenApi(Map<String, Object> document) {
        this.document = document;
    }

    static OpenApi parse(String yaml) {
        return new OpenApi(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
    }

    /**
     * One thing to ask for.
     *
     * @param path with its parameters in braces
     * @param body what is sent along
     */
    record Operation(String method, String path, List<Parameter> parameters, Optional<Body> body) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** A gap in the path or a part of the query. */
    record Parameter(String name, boolean isInPath, boolean isRequired, Map<String, Object> schema) {}

    /** What is sent along, and as what. */
    record Body(String mediaType, Map<String, Object> schema) {}

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        map(document, "paths").forEach((path, methods) -> asMap(methods)
                .forEach((method, operation) -> operations.add(new Operation(
                        method.toUpperCase(Locale.ROOT),
                        path,
                        list(asMap(operation), "parameters").stream()
                                .map(OpenApi::asMap)
                                .map(OpenApi::parameter)
                                .toList(),
                        body(asMap(operation))))));
        return operations;
    }

    private static Parameter parameter(Map<String, Object> parameter) {
        return new Parameter(
                String.valueOf(parameter.get("name")),
                "path".equals(parameter.get("in")),
                Boolean.TRUE.equals(parameter.get("required")),
                map(parameter, "schema"));
    }

    private static Optional<Body> body(Map<String, Object> operation) {
        return map(operation, "requestBody", "content").entrySet().stream()
                .map(content -> new Body(content.getKey(), map(asMap(content.getValue()), "schema")))
                .findFirst();
    }

    /** A schema itself, when it is only named here. */
    Map<String, Object> resolved(Map<String, Object> schema) {
        List<Object> all = list(schema, "allOf");
        if (!all.isEmpty()) {
            return resolved(asMap(all.getFirst()));
        }
        Object reference = schema.get("$ref");
        return reference == null
                ? schema
                : resolved(map(
                        document,
                        "components",
                        "schemas",
                        reference.toString().substring("#/components/schemas/".length())));
    }

    static Map<String, Object> map(Map<String, Object> parent, String... keys) {
        Map<String, Object> map = parent;
        for (String key : keys) {
            map = asMap(requireNonNull(map.getOrDefault(key, Map.of())));
        }
        return map;
    }

    static List<Object> list(Map<String, Object> parent, String key) {
        return parent.get(key) instanceof List<?> list ? List.copyOf(list) : List.of();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }
}
