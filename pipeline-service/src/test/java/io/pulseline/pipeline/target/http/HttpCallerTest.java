package io.pulseline.pipeline.target.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.pulseline.pipeline.target.TargetSettings;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpCallerTest {
    private static final int POSTS = 4_000;

    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;
    private HttpCaller caller;

    @BeforeEach
    void listens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(500, -1);
                    exchange.close();
                });
        server.start();
        TargetSettings settings =
                new SmallRyeConfigBuilder()
                        .withConverter(Duration.class, 100, new DurationConverter())
                        .withMapping(TargetSettings.class)
                        .withDefaultValue("pulseline.targets.allow-private-addresses", "true")
                        .build()
                        .getConfigMapping(TargetSettings.class);
        caller = new HttpCaller(vertx, settings);
    }

    @AfterEach
    void stops() throws ExecutionException, InterruptedException, TimeoutException {
        server.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void anAnswerThatComesAtOnceIsNeverTakenForNone()
            throws ExecutionException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
        List<Future<HttpAnswer>> answers;
        try (ExecutorService senders = Executors.newFixedThreadPool(4)) {
            answers =
                    IntStream.range(0, POSTS)
                            .mapToObj(_ ->
                                    senders.submit(() ->
                                            caller.call(
                                                    HttpCall.post(
                                                            address,
                                                            "text/plain",
                                                            new byte[] {'1'}))))
                            .toList();
        }

        for (Future<HttpAnswer> answer : answers) {
            assertThat(answer.get())
                    .isInstanceOfSatisfying(
                            HttpAnswer.Received.class,
                            received -> assertThat(received.status()).isEqualTo(500));
        }
    }
}
