package dev.weakspot.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Nobody gets in where they do not belong: every route there is, found in the router so that none is forgotten. */
class EndpointsIT {

    private static final List<String> OPEN = List.of("/health", "/openapi");

    private static RecommendationService service;

    @BeforeAll
    static void start() {
        service = RecommendationService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** A route with something in the place of its variables. */
    private record Route(String method, String path) {

        /** Who is let in may still have no goal, or set none. */
        List<Integer> welcomes() {
            return switch (method + " " + path) {
                case "PUT /api/v1/learners/me/goal" -> List.of(400);
                case "DELETE /api/v1/learners/me/goal" -> List.of(204);
                case "GET /api/v1/learners/me/goal", "GET /api/v1/learners/me/readiness" -> List.of(404);
                default -> List.of(200);
            };
        }

        boolean isFor(String role) {
            if (path.startsWith("/api/v1/learners/me/")) {
                return role.equals("learner");
            }
            if (path.startsWith("/api/v1/model")) {
                return role.equals("analyst") || role.equals("ops");
            }
            return path.equals("/prometheus") && role.equals("ops");
        }
    }

    @TestFactory
    Stream<DynamicTest> whoBringsNoTokenIsRefused() {
        return closed().map(route -> DynamicTest.dynamicTest(
                route.toString(), () -> assertThat(status(route, "")).isEqualTo(401)));
    }

    @TestFactory
    Stream<DynamicTest> whoBringsAForgedTokenIsRefused() {
        String token = RecommendationService.someoneWith("learner");
        String forged = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";
        return closed().map(route -> DynamicTest.dynamicTest(
                route.toString(), () -> assertThat(status(route, forged)).isEqualTo(401)));
    }

    @TestFactory
    Stream<DynamicTest> everyRoleGetsInWhereItBelongsAndNowhereElse() {
        return Stream.of("learner", "author", "analyst", "ops", "visitor")
                .flatMap(role -> closed().map(route -> DynamicTest.dynamicTest(
                        role + " " + route, () -> assertThat(status(route, RecommendationService.someoneWith(role)))
                                .isIn(route.isFor(role) ? route.welcomes() : List.of(403)))));
    }

    @Test
    void healthAndTheDocumentAreOpen() {
        assertThat(service.send("GET", "/health/liveness", "").statusCode()).isEqualTo(200);
        assertThat(service.send("GET", "/health/readiness", "").statusCode()).isEqualTo(200);
        assertThat(service.send("GET", "/openapi/openapi.yml", "").body())
                .contains("/api/v1/learners/me/suggestions", "question_id");
    }

    @Test
    void thePageOfTheDocumentFindsAllItsParts() {
        String page = service.send("GET", "/openapi/ui", "").body();

        List<String> parts = Pattern.compile("[\"'](/openapi/[^\"']+)[\"']")
                .matcher(page)
                .results()
                .map(part -> part.group(1))
                .toList();

        assertThat(parts).hasSizeGreaterThan(5).contains("/openapi/openapi.yml").allSatisfy(part -> assertThat(
                        service.send("GET", part, "").statusCode())
                .isEqualTo(200));
    }

    @Test
    void opsSeeWhatIsHeld() {
        assertThat(service.send("GET", "/prometheus", RecommendationService.someoneWith("ops"))
                        .body())
                .contains("weakspot_attempts_held 0.0");
    }

    @Test
    void whatIsNotThereIsNotFoundWhoeverAsks() {
        Stream<HttpResponse<String>> answers = Stream.of("/logout", "/token_info", "/beans", "/env", "/nowhere")
                .flatMap(path -> Stream.of("GET", "POST")
                        .flatMap(method -> Stream.of("", RecommendationService.someoneWith("learner"))
                                .map(token -> service.send(method, path, token))));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        });
    }

    private static int status(Route route, String token) {
        return service.send(route.method(), route.path(), token).statusCode();
    }

    private static Stream<Route> closed() {
        List<Route> routes = service.bean(Router.class)
                .uriRoutes()
                .map(route -> new Route(
                        route.getHttpMethodName(), route.getUriMatchTemplate().toPathString()))
                .filter(route -> OPEN.stream().noneMatch(open -> route.path().startsWith(open)))
                .filter(route -> !route.method().equals("HEAD"))
                .distinct()
                .toList();
        assertThat(routes).extracting(Route::path).contains("/api/v1/learners/me/suggestions", "/prometheus");
        return routes.stream();
    }
}
