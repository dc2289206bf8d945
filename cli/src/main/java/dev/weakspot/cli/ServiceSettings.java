package dev.weakspot.cli;

import dev.weakspot.testbed.LocalIdentity;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What a service has to know to find the others and its servers on this machine. */
public final class ServiceSettings {

    private ServiceSettings() {}

    /** Property → value. */
    public static Map<String, String> of(ServiceName name, PortPlan ports, LocalIdentity identity, boolean withBank) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "micronaut.server.host",
                "127.0.0.1",
                "micronaut.server.port",
                Integer.toString(ports.of(name)),
                "datasources.default.url",
                "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + name,
                "datasources.default.username",
                "weakspot",
                "datasources.default.password",
                "weakspot",
                "kafka.bootstrap.servers",
                ports.bootstrap(),
                // JMX is one for the whole JVM: there the clients of three services would take each other's
                // names.
                "kafka.metrics.jmx.exclude",
                ".*",
                "micronaut.security.token.jwt.signatures.jwks-static.weakspot.path",
                "file:" + identity.jwksFile(),
                "weakspot.bank.load",
                Boolean.toString(withBank)));
        if (name == ServiceName.WEB) {
            Stream.of(ServiceName.values())
                    .forEach(service ->
                            settings.put("micronaut.http.services." + service + ".url", ports.urlOf(service)));
        } else {
            settings.put(
                    "micronaut.security.token.jwt.signatures.jwks.web.url",
                    ports.urlOf(ServiceName.WEB) + "/.well-known/jwks.json");
        }
        return settings;
    }
}
