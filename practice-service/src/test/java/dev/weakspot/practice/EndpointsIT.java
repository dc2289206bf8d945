package dev.weakspot.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Nobody gets in where they do not belong: every route there is, found in the router so that none is forgotten. */
class EndpointsIT {

    private static final List<String> OPEN = List.of("/health", "/openapi");

    /** What is for those who watch and not for those who practise. */
    private static final Route TAIL = new Route("GET", "/api/v1/attempts");

    private static PracticeService practice;

    @BeforeAll
    static void start() {
        practice = PracticeService.start();
    }

    @AfterAll
    static void stop() {
        practice.close();
    }

    /** A route with something in the place of its variables. */
    private record Route(String method, String path) {

        boolean isForWatching() {
            return path.equals(TAIL.path) && (method.equals("GET") || method.equals("HEAD"));
        }
    }

    @TestFactory
    Stream<DynamicTest> whoBringsNoTokenIsRefused() {
        return closed().map(route -> DynamicTest.dynamicTest(route.toString(), () -> assertThat(
                        practice.send(route.method(), route.path(), "").statusCode())
                .as(route.toString())
                .isEqualTo(401)));
    }

    @TestFactory
    Stream<DynamicTest> whoBringsAForgedTokenIsRefused() {
        String token = PracticeService.someoneWith("learner");
        String forged = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";
        return closed().map(route -> DynamicTest.dynamicTest(route.toString(), () -> assertThat(
                        practice.send(route.method(), route.path(), forged).statusCode())
                .as(route.toString())
                .isEqualTo(401)));
    }

    @Test
    void whoBringsATokenOfAnotherIssuerIsRefused() {
        assertThat(practice.get(PracticeService.learnerOf("somebody-else"), "/api/v1/learners/me/attempts")
                        .statusCode())
                .isEqualTo(401);
        assertThat(practice.get(PracticeService.learnerOf("weakspot-local"), "/api/v1/learners/me/attempts")
                        .statusCode())
                .isEqualTo(200);
    }

    @TestFactory
    Stream<DynamicTest> onlyOpsSeeTheMetrics() {
        return Stream.of("learner", "author", "analyst", "ops")
                .map(role -> DynamicTest.dynamicTest(
                        role, () -> assertThat(practice.get(PracticeService.someoneWith(role), "/prometheus")
                                        .statusCode())
                                .isEqualTo(role.equals("ops") ? 200 : 403)));
    }

    @Test
    void healthTellsNoDetails() {
        assertThat(practice.get(PracticeService.someoneWith("ops"), "/health").body())
                .contains("UP")
                .doesNotContain("jdbc");
    }

    @TestFactory
    Stream<DynamicTest> whoHasNoRoleForItIsRefused() {
        String token = PracticeService.someoneWith("visitor");
        return closed().map(route -> DynamicTest.dynamicTest(route.toString(), () -> assertThat(
                        practice.send(route.method(), route.path(), token).statusCode())
                .as(route.toString())
                .isEqualTo(403)));
    }

    @TestFactory
    Stream<DynamicTest> onlyLearnersPractise() {
        return closed().filter(route -> route.path().startsWith("/api/") && !route.isForWatching())
                .flatMap(route -> Stream.of("author", "analyst", "ops")
                        .map(role -> DynamicTest.dynamicTest(role + " " + route, () -> assertThat(
                                        practice.send(route.method(), route.path(), PracticeService.someoneWith(role))
                                                .statusCode())
                                .isEqualTo(403))));
    }

    @TestFactory
    Stream<DynamicTest> onlyAnalystsAndOpsWatchEverybodysAttempts() {
        return Stream.of("learner", "author", "analyst", "ops")
                .map(role -> DynamicTest.dynamicTest(
                        role, () -> assertThat(practice.get(PracticeService.someoneWith(role), TAIL.path())
                                        .statusCode())
                                .isEqualTo(List.of("analyst", "ops").contains(role) ? 200 : 403)));
    }

    @Test
    void healthAndTheDocumentAreOpen() {
        assertThat(practice.get("", "/health/liveness").statusCode()).isEqualTo(200);
        assertThat(practice.get("", "/health/readiness").statusCode()).isEqualTo(200);
        assertThat(practice.get("", "/openapi/openapi.yml").body()).contains("/api/v1/attempts", "attempt_id");
        assertThat(practice.get("", "/openapi/ui").statusCode()).isEqualTo(200);
        assertThat(practice.get("", "/openapi/ui/res/swagger-ui-bundle.js").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String token = PracticeService.someoneWith("learner");

        assertThat(List.of("/logout", "/token_info", "/beans", "/env", "/nowhere"))
                .allSatisfy(path -> assertThat(practice.get(token, path).statusCode())
                        .as(path)
                        .isEqualTo(404));
    }

    private static Stream<Route> closed() {
        List<Route> routes = practice.bean(Router.class)
                .uriRoutes()
                .map(route -> new Route(
                        route.getHttpMethodName(),
                        route.getUriMatchTemplate().toPathString().replaceAll("\\{[^}]*}", "1")))
                .filter(route -> OPEN.stream().noneMatch(open -> route.path().startsWith(open)))
                .distinct()
                .toList();
        assertThat(routes).contains(TAIL).extracting(Route::path).contains("/api/v1/attempts", "/prometheus");
        return routes.stream();
    }
}
