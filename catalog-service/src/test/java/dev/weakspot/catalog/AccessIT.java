package dev.weakspot.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weakspot.catalog.RunningCatalog.Reply;
import dev.weakspot.catalog.RunningCatalog.World;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Who may call what. The routes are asked of the router: a new one that this table forgets is a failure. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {

    private static final Set<String> ALL = Set.of("learner", "author", "analyst", "ops");
    private static final Set<String> READERS = Set.of("learner", "author", "analyst");
    private static final Set<String> AUTHORS = Set.of("author");
    private static final Set<String> OPERATORS = Set.of("ops");

    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("GET /api/v1/topics", READERS),
            Map.entry("GET /api/v1/topics/{slug}", READERS),
            Map.entry("PUT /api/v1/topics/{slug}", AUTHORS),
            Map.entry("GET /api/v1/questions", READERS),
            Map.entry("GET /api/v1/questions/{id}", READERS),
            Map.entry("GET /api/v1/questions/{id}/versions/{version}", READERS),
            Map.entry("PUT /api/v1/questions/{id}/versions/{version}", AUTHORS),
            Map.entry("DELETE /api/v1/questions/{id}", AUTHORS),
            Map.entry("GET /api/v1/bank", AUTHORS),
            Map.entry("GET /api/v1/bank/findings", AUTHORS),
            Map.entry("GET /prometheus", OPERATORS));

    private final RunningCatalog catalog = World.create().start();

    @AfterAll
    void stop() {
        catalog.close();
    }

    @TestFactory
    Stream<DynamicTest> everyRouteIsOpenOrNamesItsRoles() {
        return routes().map(route -> dynamicTest(route, () -> {
            if (isOpen(route)) {
                assertThat(call(route).status()).as(route).isNotIn(401, 403);
                return;
            }
            Set<String> allowed = Optional.ofNullable(ALLOWED.get(route)).orElse(Set.of());

            assertThat(call(route).status()).as(route + " without a token").isEqualTo(401);
            assertThat(ALL).allSatisfy(role -> {
                Reply reply = call(route, role);
                if (allowed.contains(role)) {
                    assertThat(reply.status()).as(route + " by " + role).isNotIn(401, 403, 405);
                } else {
                    assertThat(reply.status()).as(route + " by " + role).isEqualTo(403);
                    assertThat(reply.contentType()).startsWith("application/problem+json");
                }
            });
        }));
    }

    @Test
    void theTableNamesNoRouteThatIsNotThere() {
        assertThat(routes()).containsAll(ALLOWED.keySet());
    }

    @Test
    void aForgedTokenIsNoToken() {
        assertThat(catalog.getWithToken("/api/v1/topics", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theDocumentAndItsPageAreOpen() {
        assertThat(catalog.get("/openapi/openapi.yml").body())
                .contains("/api/v1/questions/{id}/versions/{version}:", "/api/v1/bank/findings:", "Finding:")
                .doesNotContain("\n  /openapi");
        String page = catalog.get("/openapi/ui").body();
        List<String> parts = Pattern.compile("\"(/openapi/[^\"]+)\"|'(/openapi/[^']+)'")
                .matcher(page)
                .results()
                .map(part -> part.group().replaceAll("[\"']", ""))
                .toList();
        assertThat(parts).hasSizeGreaterThan(5).contains("/openapi/openapi.yml").allSatisfy(part -> assertThat(
                        catalog.get(part).status())
                .isEqualTo(200));
    }

    private Stream<String> routes() {
        return catalog.bean(Router.class)
                .uriRoutes()
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .map(AccessIT::name)
                .sorted()
                .distinct();
    }

    private static String name(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + route.getUriMatchTemplate();
    }

    private static boolean isOpen(String route) {
        return route.startsWith("GET /health") || route.startsWith("GET /openapi");
    }

    private Reply call(String route, String... roles) {
        List<String> parts = List.of(route.split(" ", 2));
        String path = parts.get(1).replace("{version}", "1").replaceAll("\\{[^}]*\\}", "any");
        return catalog.send(parts.get(0), path, parts.get(0).equals("PUT") ? "{}" : "", roles);
    }
}
