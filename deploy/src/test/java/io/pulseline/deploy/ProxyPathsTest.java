package io.pulseline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.pulseline.localstack.proxy.OneOriginProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a cluster and on one machine, a path leads to the same service. */
class ProxyPathsTest {
    private static final Map<String, String> ROUTES =
            IngressTest.routes(Manifests.one(Manifests.base(), "Ingress", "pulseline"));

    private static List<HttpServer> services = List.of();
    private static OneOriginProxy proxy;
    private static URI origin;

    @BeforeAll
    static void start() throws IOException {
        services =
                List.of(
                        serviceThatSaysItsName("ingest-service"),
                        serviceThatSaysItsName("normalizer-service"),
                        serviceThatSaysItsName("pipeline-service"));
        proxy =
                new OneOriginProxy(
                        address(services.get(0)),
                        address(services.get(1)),
                        address(services.get(2)));
        origin = URI.create("http://127.0.0.1:" + proxy.listen("127.0.0.1", 0));
    }

    @AfterAll
    static void stop() {
        proxy.close();
        services.forEach(service -> service.stop(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/pipelines",
                "/api/runs/1",
                "/api/connections",
                "/api/connections/1",
                "/api/connectionsmore",
                "/api/migration/status",
                "/api/backfill/estimate",
                "/api/preview",
                "/api/preview/activity",
                "/api/previews",
                "/connect",
                "/connect/fitbit/callback?code=a&state=b",
                "/connected",
                "/webhooks/fitbit",
                "/webhooks/fitbit?verify=code",
                "/webhooks/google-health",
                "/webhook"
            })
    void theProxyGoesWhereTheIngressGoes(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(origin.resolve(path)).build();
            String answered = client.send(request, BodyHandlers.ofString()).body();

            assertThat(answered).isEqualTo(ingressTarget(URI.create(path).getPath()));
        }
    }

    /** Kubernetes' rule for prefixes: whole path elements, the longest prefix wins. */
    private static String ingressTarget(String path) {
        return ROUTES.entrySet().stream()
                .filter(route ->
                        route.getKey().equals("/")
                                || path.equals(route.getKey())
                                || path.startsWith(route.getKey() + "/"))
                .max(Comparator.comparingInt(route -> route.getKey().length()))
                .orElseThrow()
                .getValue();
    }

    private static HttpServer serviceThatSaysItsName(String name) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer server = HttpServer.create(anyPort, 0);
        byte[] answer = name.getBytes(StandardCharsets.UTF_8);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
