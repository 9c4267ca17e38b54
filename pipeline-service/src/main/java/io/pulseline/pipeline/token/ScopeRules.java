package io.pulseline.pipeline.token;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which scope each endpoint needs. What stands here is all that a token may do: an endpoint that is
 * not listed takes none, among them tokens, exports, erasure, preferences, sharing, whatever is for
 * operators or the care team, and pages.
 */
final class ScopeRules {
    private static final List<Rule> ALL =
            Stream.of(
                            rules(
                                    Scope.RECORDS_READ,
                                    "GET /api/records",
                                    "GET /api/health/{}",
                                    "GET /api/activities/{}",
                                    "GET /api/activities/{}/series",
                                    "GET /api/activities/{}/correction",
                                    "GET /api/progress/records",
                                    "GET /api/progress/streak",
                                    "GET /api/progress/distance",
                                    "GET /api/progress/goals",
                                    "GET /api/progress/counters",
                                    // Changes nothing; what it shows is an activity.
                                    "POST /api/pipelines/preview"),
                            rules(
                                    Scope.ACTIVITIES_WRITE,
                                    "POST /api/activities",
                                    "PUT /api/activities/{}/correction",
                                    "DELETE /api/activities/{}/correction"),
                            rules(Scope.RUNS_READ, "GET /api/runs", "GET /api/runs/{}"),
                            rules(
                                    Scope.RUNS_WRITE,
                                    "POST /api/runs/{}/again",
                                    "POST /api/runs/{}/cancel",
                                    "POST /api/runs/{}/targets/{}",
                                    "POST /api/runs/{}/targets/{}/retry",
                                    "POST /api/deliveries/{}/redeliver",
                                    "POST /api/pipelines/{}/targets/{}/redeliver"),
                            rules(
                                    Scope.PIPELINES_READ,
                                    "GET /api/catalogue",
                                    "GET /api/pipelines",
                                    "GET /api/pipelines/{}",
                                    "GET /api/pipelines/{}/export"),
                            rules(
                                    Scope.PIPELINES_WRITE,
                                    "POST /api/pipelines",
                                    "POST /api/pipelines/import",
                                    "POST /api/pipelines/{}/duplicate",
                                    "POST /api/pipelines/{}/enable",
                                    "POST /api/pipelines/{}/disable",
                                    "POST /api/pipelines/{}/targets/{}/test",
                                    "POST /api/pipelines/{}/targets/{}/secret",
                                    "PUT /api/pipelines/order",
                                    "PUT /api/pipelines/{}",
                                    "DELETE /api/pipelines/{}"))
                    .flatMap(List::stream)
                    .toList();

    private ScopeRules() {}

    private record Rule(Scope scope, Pattern request) {}

    private static List<Rule> rules(Scope scope, String... requests) {
        return Stream.of(requests)
                .map(request -> new Rule(scope, Pattern.compile(request.replace("{}", "[^/;?#]+"))))
                .toList();
    }

    /**
     * What a request needs; empty if no token may make it.
     *
     * @param path without dots and doubled slashes
     */
    static Optional<Scope> of(String method, String path) {
        // Whoever may read something may also ask whether it is there.
        String request = (method.equals("HEAD") ? "GET" : method) + " " + path;
        return ALL.stream()
                .filter(rule -> rule.request().matcher(request).matches())
                .map(Rule::scope)
                .findFirst();
    }
}
