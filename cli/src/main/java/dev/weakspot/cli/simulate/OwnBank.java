package dev.weakspot.cli.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weakspot.cli.CommandFailure;
import dev.weakspot.cli.Installation;
import dev.weakspot.cli.ServiceName;
import dev.weakspot.model.Question;
import dev.weakspot.model.QuestionId;
import dev.weakspot.model.TopicSlug;
import dev.weakspot.model.simulation.Setting;
import dev.weakspot.model.simulation.SimulatedTopic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The question bank as the catalog service's jar brings it: of each question its topics and difficulty, no more. */
final class OwnBank {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OwnBank() {}

    static Setting.Bank read() {
        return in(Installation.current().jarOf(ServiceName.CATALOG));
    }

    static Setting.Bank in(Path jar) {
        List<JsonNode> files = files(jar);
        List<SimulatedTopic> topics = files.stream()
                .map(file -> file.get("topic"))
                .map(topic -> new SimulatedTopic(slug(topic.get("slug")), slugs(topic.path("prerequisites"))))
                .toList();
        Set<TopicSlug> known = topics.stream().map(SimulatedTopic::slug).collect(Collectors.toSet());
        List<Question> questions = new ArrayList<>();
        for (JsonNode file : files) {
            TopicSlug main = slug(file.at("/topic/slug"));
            file.get("questions").forEach(question -> questions.add(question(question, main, known)));
        }
        return new Setting.Bank(topics, questions);
    }

    private static Question question(JsonNode question, TopicSlug main, Set<TopicSlug> known) {
        List<TopicSlug> also = slugs(question.path("also_topics")).stream()
                .filter(known::contains)
                .toList();
        return new Question(
                new QuestionId(question.get("id").asText()),
                Stream.concat(Stream.of(main), also.stream()).toList(),
                question.get("difficulty").asDouble());
    }

    private static List<JsonNode> files(Path jar) {
        // One each: the parser is not for several threads, and remembers anchors.
        try (var zip = new ZipFile(jar.toFile())) {
            List<JsonNode> files = new ArrayList<>();
            for (ZipEntry entry : entries(zip)) {
                try (InputStream text = zip.getInputStream(entry)) {
                    Map<?, ?> content = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
                    files.add(JSON.valueToTree(content));
                }
            }
            return files;
        } catch (IOException e) {
            throw new CommandFailure("Cannot read the question bank in " + jar + ": " + e.getMessage(), e);
        }
    }

    private static List<? extends ZipEntry> entries(ZipFile zip) {
        return zip.stream()
                .filter(entry -> entry.getName().matches("question-bank/.+\\.yaml"))
                .sorted(Comparator.comparing(ZipEntry::getName))
                .toList();
    }

    private static List<TopicSlug> slugs(JsonNode names) {
        return names.valueStream().map(OwnBank::slug).toList();
    }

    private static TopicSlug slug(JsonNode name) {
        return new TopicSlug(name.asText());
    }
}
