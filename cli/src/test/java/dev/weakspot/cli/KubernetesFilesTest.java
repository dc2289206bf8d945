package dev.weakspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What cannot be asked of a cluster that is not there: its files agree with each other and with what they were written after. */
class KubernetesFilesTest {

    private static final String NAME = "app.kubernetes.io/name";

    /** What services wait for when they stop: the relay twice two seconds; the bank; eight groups that wait for connections. */
    private static final Duration LONGEST_END = Duration.ofSeconds(2 * 2 + 5 + 8 * 3);

    /** A request that waits for its attempt to be learned from. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);

    @Test
    void everyFileIsPartOfTheWhole() throws IOException {
        JsonNode whole = new YamlFile("ops/k8s/kustomization.yaml").content();
        List<String> named = new ArrayList<>(List.of("kustomization.yaml"));
        whole.path("resources").forEach(file -> named.add(file.asText()));
        whole.path("patches").forEach(patch -> named.add(patch.path("path").asText()));

        try (Stream<Path> files = Files.list(home().resolve("ops/k8s"))) {
            assertThat(named)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString()).toList());
        }
    }

    /** What is common to all reaches a container by its name, and is not overridden anywhere. */
    @ParameterizedTest
    @EnumSource
    void whatIsCommonReachesEveryService(ServiceName service) throws IOException {
        JsonNode patch = new YamlFile("ops/k8s/kustomization.yaml").content().at("/patches/0");
        JsonNode pod = podOf(service);
        JsonNode common = commonPod();

        assertThat(patch.path("target")).hasToString("{\"kind\":\"Deployment\"}");
        assertThat(names(pod.path("containers"))).isEqualTo(names(common.path("containers")));
        assertThat(pod.fieldNames()).toIterable().containsExactly("containers");
        assertThat(pod.at("/containers/0").fieldNames())
                .toIterable()
                .isSubsetOf("name", "image", "ports", "envFrom", "env");
        assertThat(common.at("/containers/0").has("envFrom"))
                .as("a list that would take the place of a service's own")
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void portsAreThoseOfTheService(ServiceName service) throws IOException {
        int port = PortPlan.USUAL.of(service);

        assertThat(podOf(service).at("/containers/0/ports/0"))
                .hasToString("{\"name\":\"http\",\"containerPort\":%d}".formatted(port));
        assertThat(get(service, "Service").at("/spec/ports/0"))
                .hasToString("{\"name\":\"http\",\"port\":%d,\"targetPort\":\"http\"}".formatted(port));
        assertThat(configuration(service).at("/micronaut/server/port").asInt()).isEqualTo(port);
    }

    /** By the same variables as in the compose file, with the same paths and databases behind other hosts. */
    @ParameterizedTest
    @EnumSource
    void servicesAreToldWhatTheComposeFileTellsThem(ServiceName service) throws IOException {
        Map<String, String> composed = new TreeMap<>();
        new YamlFile("docker-compose.yml")
                .content()
                .at("/services/" + service + "/environment")
                .properties()
                .forEach(variable ->
                        composed.put(variable.getKey(), variable.getValue().asText()));

        assertThat(composed).isNotEmpty();
        assertThat(withoutOutsideHosts(environment(service))).containsAllEntriesOf(withoutOutsideHosts(composed));
    }

    private static Map<String, String> withoutOutsideHosts(Map<String, String> environment) {
        Map<String, String> settings = new TreeMap<>(environment);
        settings.computeIfPresent("KAFKA_BOOTSTRAP_SERVERS", (_, _) -> "");
        settings.computeIfPresent("DATASOURCES_DEFAULT_URL", (_, url) -> url.replaceFirst("//[^/]+/", "//…/"));
        return settings;
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSecretHere(ServiceName service) throws IOException {
        for (String half : List.of("username", "password")) {
            JsonNode variable = variable(service, "DATASOURCES_DEFAULT_" + half.toUpperCase(Locale.ROOT));
            assertThat(variable.has("value")).isFalse();
            assertThat(variable.at("/valueFrom/secretKeyRef/name").asText()).isEqualTo(service + "-database");
            assertThat(variable.at("/valueFrom/secretKeyRef/key").asText()).isEqualTo(half);
        }
        assertThat(kinds()).doesNotContain("Secret");
    }

    @Test
    void imagesAreThoseThatTheComposeFileBuilds() throws IOException {
        Set<String> modules = new TreeSet<>();
        Set<String> images = new TreeSet<>();
        Set<String> renamed = new TreeSet<>();
        JsonNode compose = new YamlFile("docker-compose.yml").content().path("services");
        for (ServiceName service : ServiceName.values()) {
            modules.add(compose.at("/" + service + "/build/args/SERVICE").asText());
            images.add(podOf(service).at("/containers/0/image").asText());
        }
        new YamlFile("ops/k8s/kustomization.yaml")
                .content()
                .path("images")
                .forEach(image -> renamed.add(image.path("name").asText()));

        assertThat(images).isEqualTo(modules);
        assertThat(renamed).isEqualTo(modules);
        assertThat(new YamlFile("ops/k8s/topics.yaml")
                        .content()
                        .at("/spec/template/spec/containers/0/image")
                        .asText())
                .isEqualTo(compose.at("/topics/image").asText());
    }

    @Test
    void aServiceIsRestartedWhenItIsDeadAndLeftAloneWhenItIsNotReady() throws IOException {
        JsonNode container = commonPod().at("/containers/0");

        assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/health/liveness");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/health/liveness");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/health/readiness");
    }

    /** Nobody is killed who would have come to an end. */
    @Test
    void thereIsTimeToStop() throws IOException {
        JsonNode pod = commonPod();
        int untilNobodySends =
                pod.at("/containers/0/lifecycle/preStop/exec/command/1").asInt();
        int untilAnswered = Integer.parseInt(
                find(pod.at("/containers/0/env"), "name", "MICRONAUT_LIFECYCLE_GRACEFUL_SHUTDOWN_GRACE_PERIOD")
                        .path("value")
                        .asText()
                        .replace("s", ""));

        assertThat(untilNobodySends).isPositive();
        assertThat(untilAnswered).isGreaterThan((int) LONGEST_ANSWER.toSeconds());
        assertThat(pod.path("terminationGracePeriodSeconds").asInt())
                .isGreaterThanOrEqualTo(untilNobodySends + untilAnswered + (int) LONGEST_END.toSeconds());
    }

    @Test
    void keysAreWhereServicesLookForThem() throws IOException {
        JsonNode container = commonPod().at("/containers/0");

        assertThat(find(container.path("env"), "name", "WEAKSPOT_IDENTITY_JWKS")
                        .path("value")
                        .asText())
                .isEqualTo("file:"
                        + find(container.path("volumeMounts"), "name", "identity")
                                .path("mountPath")
                                .asText()
                        + "/jwks.json");
    }

    @Test
    void theContainerIsThatOfTheImage() throws IOException {
        String dockerfile = Files.readString(home().resolve("ops/Dockerfile"));
        JsonNode pod = commonPod();
        JsonNode container = pod.at("/containers/0");

        assertThat(dockerfile)
                .contains("--uid " + pod.at("/securityContext/runAsUser").asText() + " ");
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(container.at("/resources/limits/memory").asText())
                .isEqualTo(container.at("/resources/requests/memory").asText());
        assertThat(Files.readString(home().resolve("docs/performance.md")))
                .contains("a container of "
                        + container.at("/resources/limits/memory").asText().replace("Mi", " MiB"));
    }

    @ParameterizedTest
    @EnumSource
    void eitherSomebodyOrTheAutoscalerSaysHowMany(ServiceName service) throws IOException {
        boolean isScaled = has(service, "HorizontalPodAutoscaler");

        assertThat(get(service, "Deployment").at("/spec").has("replicas")).isNotEqualTo(isScaled);
        if (isScaled) {
            JsonNode scaler = get(service, "HorizontalPodAutoscaler").path("spec");
            assertThat(scaler.at("/scaleTargetRef/name").asText()).isEqualTo(service.toString());
            assertThat(scaler.path("minReplicas").asInt()).isGreaterThan(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everythingSpeaksOfTheSamePods(ServiceName service) throws IOException {
        JsonNode deployment = get(service, "Deployment").path("spec");
        String labels = "{\"%s\":\"%s\"}".formatted(NAME, service);

        assertThat(deployment.at("/template/metadata/labels")).hasToString(labels);
        assertThat(deployment.at("/selector/matchLabels")).hasToString(labels);
        assertThat(get(service, "Service").at("/spec/selector")).hasToString(labels);
        assertThat(get(service, "PodDisruptionBudget").at("/spec/selector/matchLabels"))
                .hasToString(labels);
    }

    /** Variable → value, of those that are not secret. */
    private static Map<String, String> environment(ServiceName service) throws IOException {
        Map<String, String> environment = new TreeMap<>();
        for (JsonNode source : podOf(service).at("/containers/0/envFrom")) {
            if (source.has("configMapRef")) {
                settings(source.at("/configMapRef/name").asText())
                        .properties()
                        .forEach(setting -> environment.put(
                                setting.getKey(), setting.getValue().asText()));
            }
        }
        for (JsonNode variables :
                List.of(commonPod().at("/containers/0/env"), podOf(service).at("/containers/0/env"))) {
            for (JsonNode variable : variables) {
                String name = variable.path("name").asText();
                JsonNode reference = variable.at("/valueFrom/configMapKeyRef");
                if (variable.has("value")) {
                    environment.put(name, variable.path("value").asText());
                } else if (!reference.isMissingNode()) {
                    environment.put(
                            name,
                            settings(reference.path("name").asText())
                                    .path(reference.path("key").asText())
                                    .asText());
                }
            }
        }
        return environment;
    }

    private static JsonNode settings(String configMap) throws IOException {
        return new YamlFile("ops/k8s/config.yaml")
                .documents().stream()
                        .filter(map -> map.at("/metadata/name").asText().equals(configMap))
                        .findFirst()
                        .orElseThrow()
                        .path("data");
    }

    private static JsonNode variable(ServiceName service, String name) throws IOException {
        return find(podOf(service).at("/containers/0/env"), "name", name);
    }

    private static JsonNode find(JsonNode list, String field, String value) {
        return list.valueStream()
                .filter(item -> item.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode commonPod() throws IOException {
        return new YamlFile("ops/k8s/every-service.yaml").content().at("/spec/template/spec");
    }

    private static JsonNode podOf(ServiceName service) throws IOException {
        return get(service, "Deployment").at("/spec/template/spec");
    }

    private static boolean has(ServiceName service, String kind) throws IOException {
        return resources(service).stream()
                .anyMatch(resource -> resource.path("kind").asText().equals(kind));
    }

    private static JsonNode get(ServiceName service, String kind) throws IOException {
        return resources(service).stream()
                .filter(resource -> resource.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> resources(ServiceName service) throws IOException {
        return new YamlFile("ops/k8s/" + service + ".yaml").documents();
    }

    private static List<String> kinds() throws IOException {
        try (Stream<Path> files = Files.list(home().resolve("ops/k8s"))) {
            return files.flatMap(KubernetesFilesTest::kinds).toList();
        }
    }

    private static Stream<String> kinds(Path file) {
        try {
            return Pattern.compile("(?m)^kind: (\\S+)")
                    .matcher(Files.readString(file))
                    .results()
                    .map(kind -> kind.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(item -> item.path("name").asText()).toList();
    }

    private static JsonNode configuration(ServiceName service) throws IOException {
        return new YamlFile(service.module() + "/src/main/resources/application.yml").content();
    }

    private static Path home() {
        return Installation.current().home();
    }
}
