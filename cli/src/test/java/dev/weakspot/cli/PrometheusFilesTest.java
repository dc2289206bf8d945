package dev.weakspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether metrics have these names, {@link RecommendationInstancesIT} asks the services. */
class PrometheusFilesTest {

    @Test
    void allServicesAreWatchedAtTheirUsualPorts() throws IOException {
        Map<String, String> watched = new TreeMap<>();
        for (JsonNode target :
                new YamlFile("ops/prometheus/prometheus.yml").content().at("/scrape_configs/0/static_configs")) {
            watched.put(
                    target.at("/labels/service").asText(),
                    target.at("/targets/0").asText());
        }

        assertThat(watched)
                .isEqualTo(Stream.of(ServiceName.values())
                        .collect(Collectors.toMap(
                                ServiceName::toString, service -> "127.0.0.1:" + PortPlan.USUAL.of(service))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus.yml", "kubernetes.yml"})
    void whoeverScrapesShowsATokenAndKnowsTheAlerts(String name) throws IOException {
        YamlFile file = new YamlFile("ops/prometheus/" + name);
        JsonNode scrape = file.content().at("/scrape_configs/0");

        assertThat(scrape.path("job_name").asText()).isEqualTo("weakspot");
        assertThat(scrape.path("metrics_path").asText()).isEqualTo("/prometheus");
        assertThat(scrape.at("/authorization/credentials_file").asText()).isEqualTo("token");
        assertThat(file.file().resolveSibling(file.content().at("/rule_files/0").asText()))
                .exists();
    }

    @Test
    void whatTheRunbookWorriesAboutIsWatched() throws IOException {
        Set<String> worries = new TreeSet<>();
        Pattern.compile("(?m)^\\| (`weakspot\\.[^|]*)\\|[^|]*\\|[^|]*\\|$")
                .matcher(Files.readString(Installation.current().home().resolve("docs/runbook.md")))
                .results()
                .flatMap(row -> Pattern.compile("weakspot\\.[a-z.]+")
                        .matcher(row.group(1))
                        .results())
                .forEach(metric -> worries.add(metric.group().replace('.', '_')));

        assertThat(worries).hasSizeGreaterThan(5).allSatisfy(worry -> {
            assertThat(Watched.metricsIn(Watched.alerts())).as("alerts").anyMatch(metric -> metric.startsWith(worry));
            assertThat(Watched.metricsIn(Watched.dashboard()))
                    .as("dashboard")
                    .anyMatch(metric -> metric.startsWith(worry));
        });
    }

    /** What is named otherwise would not be compared with what services tell. */
    @Test
    void everyExpressionAsksForMetricsOfOurs() throws IOException {
        assertThat(Watched.alerts()).isNotEmpty().allMatch(PrometheusFilesTest::isAboutUs);
        assertThat(Watched.dashboard()).isNotEmpty().allMatch(PrometheusFilesTest::isAboutUs);
    }

    private static boolean isAboutUs(String expression) {
        return expression.startsWith("up")
                || !Watched.metricsIn(List.of(expression)).isEmpty();
    }
}
