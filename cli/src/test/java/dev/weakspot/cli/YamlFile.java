package dev.weakspot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A YAML file of the installation, with its merged keys in their places. */
record YamlFile(String path) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Path file() {
        return Installation.current().home().resolve(path);
    }

    String text() throws IOException {
        return Files.readString(file());
    }

    /** The first document, which for most files is the only one. */
    JsonNode content() throws IOException {
        return documents().getFirst();
    }

    List<JsonNode> documents() throws IOException {
        Iterable<Object> documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text());
        return StreamSupport.stream(documents.spliterator(), false)
                .map(document -> JSON.<JsonNode>valueToTree(document))
                .toList();
    }
}
