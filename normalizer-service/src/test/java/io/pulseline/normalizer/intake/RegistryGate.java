package io.pulseline.normalizer.intake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pulseline.localstack.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Stands before the real registry: shut, nothing listens on its port; open, it hands GETs on. */
final class RegistryGate {
    private final String registryUrl;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable HttpServer server;

    RegistryGate(String registryUrl) {
        this.registryUrl = registryUrl;
        this.port = Ports.free();
    }

    String url() {
        return "http://localhost:" + port;
    }

    void open() {
        try {
            HttpServer opened =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.createContext("/", this::handOn);
            opened.start();
            server = opened;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + port, e);
        }
    }

    void shut() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    private void handOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(registryUrl + exchange.getRequestURI()))
                            .header("Accept", "*/*")
                            .build();
            HttpResponse<byte[]> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            answer.headers()
                    .map()
                    .forEach((name, values) -> {
                        if (!name.startsWith(":")
                                && !name.equalsIgnoreCase("transfer-encoding")
                                && !name.equalsIgnoreCase("content-length")) {
                            exchange.getResponseHeaders().put(name, values);
                        }
                    });
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
