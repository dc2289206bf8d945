package dev.weakspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.testbed.Channel;
import dev.weakspot.testbed.Contracts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What cannot be asked of a Docker engine that is not there: the compose file agrees with what it was written after. */
class ComposeFileTest {

    private static final Pattern CREATED = Pattern.compile("create --topic (\\S+) --partitions (\\d+)(.*)");

    @Test
    void topicsAreThoseOfTheContract() throws IOException {
        Map<String, String> created = new TreeMap<>();
        Matcher line = CREATED.matcher(composeFile());
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
                .collect(Collectors.toMap(Channel::address, ComposeFileTest::describe, (one, _) -> one, TreeMap::new));
        assertThat(created).isEqualTo(contract);
    }

    private static String describe(Channel channel) {
        return channel.partitions() + " "
                + channel.settings().entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    @Test
    void hostPortsAreTheUsualOnes() throws IOException {
        for (ServiceName service : ServiceName.values()) {
            int port = PortPlan.USUAL.of(service);
            assertThat(composeFile()).contains("127.0.0.1:%d:%d".formatted(port, port));
        }
        assertThat(composeFile()).contains("127.0.0.1:%d:5432".formatted(PortPlan.USUAL.postgres()));
    }

    private static String composeFile() throws IOException {
        return Files.readString(Installation.current().home().resolve("docker-compose.yml"));
    }
}
