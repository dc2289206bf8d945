package dev.weakspot.cli;

import dev.weakspot.testbed.Ports;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Which part listens on which port of 127.0.0.1. Two parts never share one. */
public record PortPlan(int web, int catalog, int practice, int recommendation, int kafka, int postgres) {

    /** The documented ports: those of the README and {@code docker-compose.yml}, and a PostgreSQL that is in nobody's way. */
    static final PortPlan USUAL = new PortPlan(8080, 8081, 8082, 8083, 9092, 15432);

    /** Six ports in a row: web, catalog, practice, recommendation, Kafka, PostgreSQL. */
    public static PortPlan from(int base) {
        return new PortPlan(base, base + 1, base + 2, base + 3, base + 4, base + 5);
    }

    public int of(ServiceName service) {
        return switch (service) {
            case CATALOG -> catalog;
            case PRACTICE -> practice;
            case RECOMMENDATION -> recommendation;
            case WEB -> web;
        };
    }

    public String urlOf(ServiceName service) {
        return "http://127.0.0.1:" + of(service);
    }

    public String bootstrap() {
        return "127.0.0.1:" + kafka;
    }

    /** Where the recommendation service of that number listens; the first has the number 1. */
    int recommendation(int number) {
        return number == 1 ? recommendation : postgres + number - 1;
    }

    /** Fails when somebody else listens on one of the ports, and names them all at once. */
    void requireFree(int furtherRecommendations) {
        SequencedMap<String, Integer> wanted = byName();
        for (int number = 2; number <= furtherRecommendations + 1; number++) {
            wanted.put(ServiceName.RECOMMENDATION + "-" + number, recommendation(number));
        }
        String taken = wanted.entrySet().stream()
                .filter(port -> !Ports.isFree(port.getValue()))
                .map(port -> port.getValue() + " (" + port.getKey() + ")")
                .collect(Collectors.joining(", "));
        if (!taken.isEmpty()) {
            throw new CommandFailure("Already in use on 127.0.0.1: port " + taken
                    + ". Stop what listens there, or move all ports with --port-base N, for example --port-base "
                    + "18080.");
        }
    }

    private SequencedMap<String, Integer> byName() {
        var ports = new LinkedHashMap<String, Integer>();
        for (ServiceName service : ServiceName.values()) {
            ports.put(service.toString(), of(service));
        }
        ports.put("Kafka", kafka);
        ports.put("PostgreSQL", postgres);
        return ports;
    }
}
