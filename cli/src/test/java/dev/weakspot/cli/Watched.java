package dev.weakspot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What Prometheus and Grafana are told to watch, in {@code ops/}. */
final class Watched {

    private static final Pattern METRIC =
            Pattern.compile("\\b(?:weakspot|http_server|hikaricp|jvm|process|system)_[a-z_]+");

    private Watched() {}

    /** The names of all metrics that alerts or the dashboard ask for. */
    static Set<String> metrics() throws IOException {
        Set<String> metrics = new TreeSet<>(metricsIn(alerts()));
        metrics.addAll(metricsIn(dashboard()));
        return metrics;
    }

    static Set<String> metricsIn(List<String> expressions) {
        Set<String> metrics = new TreeSet<>();
        expressions.forEach(
                expression -> METRIC.matcher(expression).results().forEach(metric -> metrics.add(metric.group())));
        return metrics;
    }

    static List<String> alerts() throws IOException {
        return expressions(new YamlFile("ops/prometheus/alerts.yml").content());
    }

    static List<String> dashboard() throws IOException {
        return expressions(new ObjectMapper()
                .readTree(Installation.current()
                        .home()
                        .resolve("ops/grafana/weakspot.json")
                        .toFile()));
    }

    private static List<String> expressions(JsonNode content) {
        return content.findValues("expr").stream().map(JsonNode::asText).toList();
    }
}
