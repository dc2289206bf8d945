package dev.weakspot.testbed;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The law of what travels on Kafka, as {@code contracts/} has it: read from the class path once, then unchanging. */
public final class Contracts {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Path below {@code contracts/} → content. */
    private static final Map<String, String> FILES = readFiles();

    private static final JsonNode ASYNC_API = readAsyncApi();

    private Contracts() {}

    /** All topics, the parking places included. */
    public static List<Channel> channels() {
        return ASYNC_API.get("channels").valueStream().map(Contracts::toChannel).toList();
    }

    /** The golden messages of a topic, by name. */
    public static List<Example> examples(String topic) {
        String folder = "events/" + topic + "/examples/";
        List<Example> examples = FILES.keySet().stream()
                .filter(path -> path.startsWith(folder))
                .map(Contracts::readExample)
                .toList();
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("contracts/" + folder + " has no example");
        }
        return examples;
    }

    /** What is wrong with a payload by the topic's schema, one sentence each; none when it is valid. */
    public static List<String> violations(String topic, String payloadJson) {
        return Schemas.violations(schemaOf(topic), payloadJson);
    }

    /** The JSON Schema to which {@code asyncapi.yaml} sends the reader for this topic's payload. */
    static String schemaOf(String topic) {
        String message = ASYNC_API
                .get("channels")
                .valueStream()
                .filter(channel -> channel.get("address").asText().equals(topic))
                .map(channel ->
                        channel.get("messages").elements().next().get("$ref").asText())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("asyncapi.yaml has no channel " + topic));
        String schema = ASYNC_API.at(message.substring(1)).at("/payload/$ref").asText();
        return Optional.ofNullable(FILES.get(schema.replaceFirst("^\\./", "")))
                .orElseThrow(
                        () -> new IllegalStateException("asyncapi.yaml refers to " + schema + ", which is absent"));
    }

    private static Channel toChannel(JsonNode channel) {
        JsonNode kafka = channel.at("/bindings/kafka");
        Map<String, String> settings = kafka.get("topicConfiguration")
                .propertyStream()
                .collect(Collectors.toMap(Map.Entry::getKey, setting -> toText(setting.getValue())));
        return new Channel(
                channel.get("address").asText(), kafka.get("partitions").asInt(), settings);
    }

    private static String toText(JsonNode setting) {
        if (!setting.isArray()) {
            return setting.asText();
        }
        return StreamSupport.stream(setting.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(","));
    }

    private static Example readExample(String path) {
        try {
            JsonNode example = JSON.readTree(FILES.get(path));
            String name = path.substring(path.lastIndexOf('/') + 1).replace(".json", "");
            Map<String, String> headers = JSON.convertValue(example.get("headers"), new TypeReference<>() {});
            return new Example(
                    name,
                    example.get("key").asText(),
                    headers,
                    example.get("payload").toString());
        } catch (IOException e) {
            throw new UncheckedIOException("contracts/" + path, e);
        }
    }

    private static JsonNode readAsyncApi() {
        try {
            return new YAMLMapper(new YAMLFactory()).readTree(FILES.get("asyncapi.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException("contracts/asyncapi.yaml", e);
        }
    }

    private static Map<String, String> readFiles() {
        URL asyncApi = Optional.ofNullable(Contracts.class.getResource("/contracts/asyncapi.yaml"))
                .orElseThrow(() -> new IllegalStateException("contracts/ is not on the class path"));
        try {
            URI uri = asyncApi.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return readFiles(Path.of(uri).resolve("..").normalize());
            }
            Path jar = Path.of(URI.create(uri.getSchemeSpecificPart().replaceFirst("!.*", "")));
            try (FileSystem inJar = FileSystems.newFileSystem(jar)) {
                return readFiles(inJar.getPath("contracts"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> readFiles(Path root) throws IOException {
        var files = new TreeMap<String, String>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return files;
    }
}
