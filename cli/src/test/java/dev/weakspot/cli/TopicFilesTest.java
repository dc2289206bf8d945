package dev.weakspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.testbed.Channel;
import dev.weakspot.testbed.Contracts;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever makes topics makes those of the contract. */
class TopicFilesTest {

    private static final Pattern CREATED = Pattern.compile("create --topic (\\S+) --partitions (\\d+)(.*)");

    @ParameterizedTest
    @ValueSource(strings = {"docker-compose.yml", "ops/k8s/topics.yaml"})
    void topicsAreThoseOfTheContract(String path) throws IOException {
        Map<String, String> created = new TreeMap<>();
        Matcher line = CREATED.matcher(new YamlFile(path).text());
        while (line.find()) {
            String settings = Pattern.compile(" --config (\\S+)")
                    .matcher(line.group(3))
                    .results()
                    .map(setting -> setting.group(1))
                    .sorted()
                    .collect(Collectors.joining(" "));
            created.put(line.group(1), line.group(2) + " " + settings);
        }

        Map<String, String> contract = Contracts.channels().stream()
                .collect(Collectors.toMap(Channel::address, TopicFilesTest::describe, (one, _) -> one, TreeMap::new));
        assertThat(created).isEqualTo(contract);
    }

    private static String describe(Channel channel) {
        return channel.partitions() + " "
                + channel.settings().entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .sorted()
                        .collect(Collectors.joining(" "));
    }
}
