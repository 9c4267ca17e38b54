package io.pulseline.localstack.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pulseline.localstack.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneOriginProxyTest {
    private final Service ingest = new Service("ingest");
    private final Service normalizer = new Service("normalizer");
    private final Service pipeline = new Service("pipeline");
    private final OneOriginProxy proxy =
            new OneOriginProxy(ingest.address(), normalizer.address(), pipeline.address());
    private final HttpClient client = HttpClient.newHttpClient();
    private int port;

    @BeforeEach
    void listen() {
        port = proxy.listen("localhost", 0);
    }

    @AfterEach
    void close() {
        proxy.close();
        List.of(ingest, normalizer, pipeline).forEach(Service::stop);
        client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/webhooks/fitbit?verify=abc, ingest",
        "/connect/fitbit, ingest",
        "/connect/fitbit/start, ingest",
        "/connect/pulseline.css, ingest",
        "/connect/fitbit/callback?code=a&state=b, ingest",
        "/api/connections, ingest",
        "/api/connections?page=2, ingest",
        "/api/connections/17, ingest",
        "/api/migration/start, ingest",
        "/api/backfill/estimate, ingest",
        "/api/preview, normalizer",
        "/api/preview/activity, normalizer",
        "/, pipeline",
        "/api/pipelines, pipeline",
        "/api/runs?state=SYNCED, pipeline",
        "/api/connectionsish, pipeline",
        "/webhooksish, pipeline",
    })
    void everyPathHasItsService(String path, String service) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith(service + " GET " + path);
    }

    @Test
    void bodiesPassUntouchedAndSoDoStatusAndHeadersOfTheAnswer() throws Exception {
        byte[] body = new byte[3 * 1024 * 1024];
        body[1_000_000] = 7;

        HttpResponse<String> answer =
                client.send(
                        request("/webhooks/fitbit")
                                .header("X-Fitbit-Signature", "c2lnbmF0dXJl")
                                .POST(BodyPublishers.ofByteArray(body))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(ingest.lastBody).isEqualTo(body);
        assertThat(ingest.lastHeaders).containsEntry("X-fitbit-signature", "c2lnbmF0dXJl");
        assertThat(answer.headers().firstValue("x-seen-by")).contains("ingest");
    }

    @Test
    void theServiceLearnsWhoAskedForWhichHost() throws Exception {
        get("/api/runs");

        assertThat(pipeline.lastHeaders)
                .containsEntry("X-forwarded-host", "localhost:" + port)
                .containsEntry("X-forwarded-proto", "http")
                .containsKey("X-forwarded-for");
    }

    @Test
    void whatAnOuterProxySaidIsKept() throws Exception {
        client.send(
                request("/api/runs")
                        .header("X-Forwarded-For", "203.0.113.7")
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "pulse.example")
                        .build(),
                BodyHandlers.discarding());

        assertThat(pipeline.lastHeaders)
                .containsEntry("X-forwarded-host", "pulse.example")
                .containsEntry("X-forwarded-proto", "https");
        assertThat(pipeline.lastHeaders.get("X-forwarded-for")).startsWith("203.0.113.7, ");
    }

    @Test
    void aServiceThatIsAwayIsNamedAndTheOthersWorkOn() throws Exception {
        ingest.stop();

        HttpResponse<String> answer = get("/api/connections");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("ingest service", "does not answer");
        assertThat(get("/api/runs").statusCode()).isEqualTo(200);
    }

    @Test
    void itsOwnHealthNeedsNoService() throws Exception {
        List.of(ingest, normalizer, pipeline).forEach(Service::stop);

        assertThat(get("/proxy/health").statusCode()).isEqualTo(200);
    }

    @Test
    void aTakenPortIsNamed() {
        OneOriginProxy second =
                new OneOriginProxy(ingest.address(), normalizer.address(), pipeline.address());
        try (second) {
            assertThatThrownBy(() -> second.listen("localhost", port))
                    .hasMessageContaining("localhost:" + port);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(10));
    }

    /** Answers GET with 200 and what it was asked, everything else with 204. */
    private static final class Service {
        private final String name;
        private final HttpServer server;
        private volatile byte[] lastBody = {};
        private volatile Map<String, String> lastHeaders = Map.of();

        Service(String name) {
            this.name = name;
            try {
                this.server =
                        HttpServer.create(
                                new InetSocketAddress(
                                        InetAddress.getLoopbackAddress(), Ports.free()),
                                0);
            } catch (IOException e) {
                throw new AssertionError("test service cannot listen", e);
            }
            server.createContext("/", this::answer);
            server.start();
        }

        URI address() {
            return URI.create("http://localhost:" + server.getAddress().getPort());
        }

        void stop() {
            server.stop(0);
        }

        private void answer(HttpExchange exchange) throws IOException {
            lastBody = exchange.getRequestBody().readAllBytes();
            lastHeaders =
                    exchange.getRequestHeaders().entrySet().stream()
                            .collect(
                                    java.util.stream.Collectors.toMap(
                                            Map.Entry::getKey,
                                            entry -> String.join(", ", entry.getValue())));
            exchange.getResponseHeaders().add("X-Seen-By", name);
            if (exchange.getRequestMethod().equals("GET")) {
                byte[] text = (name + " GET " + exchange.getRequestURI()).getBytes(UTF_8);
                exchange.sendResponseHeaders(200, text.length);
                exchange.getResponseBody().write(text);
            } else {
                exchange.sendResponseHeaders(204, -1);
            }
            exchange.close();
        }
    }
}
