package io.pulseline.localstack.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One address for the browser, three services behind it. It decides by path alone and checks
 * nothing; signatures, logins and sizes are the services' own.
 */
public final class OneOriginProxy implements AutoCloseable {
    /** Where requests go; the first prefix that fits decides, else the pipeline service. */
    private record Route(String prefix, Upstream upstream) {
        boolean fits(String path) {
            return path.equals(prefix) || path.startsWith(prefix + "/");
        }
    }

    /** A service and the proxy to it. */
    private record Upstream(String name, HttpProxy proxy) {}

    private static final int CONNECT_TIMEOUT_MILLISECONDS = 2_000;
    private static final int START_LIMIT_SECONDS = 20;
    private static final int STOP_LIMIT_SECONDS = 5;
    private static final int BAD_GATEWAY = 502;

    /** Below a path that no service has: /health is a page for people. */
    private static final String HEALTH = "/proxy/health";

    private final Vertx vertx;
    private final List<Route> routes;
    private final Upstream pipeline;

    /**
     * Routes of the proxy.
     *
     * @param ingest base address of the ingest service; its path is ignored, as with the others
     */
    public OneOriginProxy(URI ingest, URI normalizer, URI pipeline) {
        this.vertx =
                Vertx.vertx(
                        new VertxOptions()
                                .setEventLoopPoolSize(2)
                                // It serves no files; the cache would leave folders in /tmp.
                                .setFileSystemOptions(
                                        new FileSystemOptions()
                                                .setFileCachingEnabled(false)
                                                .setClassPathResolvingEnabled(false)));
        HttpClient client =
                vertx.createHttpClient(
                        new HttpClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MILLISECONDS),
                        // The default of 5 would make a burst of webhooks wait in line.
                        new PoolOptions().setHttp1MaxSize(100));
        Upstream ingestService = upstream(client, "ingest", ingest);
        this.pipeline = upstream(client, "pipeline", pipeline);
        this.routes =
                List.of(
                        new Route("/webhooks", ingestService),
                        new Route("/connect", ingestService),
                        new Route("/api/connections", ingestService),
                        new Route("/api/migration", ingestService),
                        new Route("/api/backfill", ingestService),
                        new Route("/api/preview", upstream(client, "normalizer", normalizer)));
    }

    private static Upstream upstream(HttpClient client, String name, URI address) {
        int port = address.getPort() < 0 ? 80 : address.getPort();
        HttpProxy proxy =
                HttpProxy.reverseProxy(client)
                        .origin(port, address.getHost())
                        .addInterceptor(new Forwarding(name, address));
        return new Upstream(name, proxy);
    }

    /**
     * Returns when it listens.
     *
     * @param port 0 for any free one
     * @return the port
     * @throws IllegalStateException if the port is taken
     */
    public int listen(String host, int port) {
        Future<HttpServer> server =
                vertx.createHttpServer(serverOptions())
                        .requestHandler(this::handle)
                        .listen(port, host);
        try {
            return server.toCompletionStage()
                    .toCompletableFuture()
                    .get(START_LIMIT_SECONDS, TimeUnit.SECONDS)
                    .actualPort();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the proxy started", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "the proxy cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
        }
    }

    private static HttpServerOptions serverOptions() {
        return new HttpServerOptions()
                // The JDK's client offers to switch; vertx-http-proxy then has a body of unknown
                // length for an HTTP/1.1 service, and fails.
                .setHttp2ClearTextEnabled(false);
    }

    private void handle(HttpServerRequest request) {
        if (HEALTH.equals(request.path())) {
            request.response().putHeader("content-type", "text/plain").end("up\n");
            return;
        }
        // CONNECT and OPTIONS * have no path; no service of ours knows them.
        upstreamOf(Objects.requireNonNullElse(request.path(), "/")).proxy().handle(request);
    }

    private Upstream upstreamOf(String path) {
        return routes.stream()
                .filter(route -> route.fits(path))
                .map(Route::upstream)
                .findFirst()
                .orElse(pipeline);
    }

    @Override
    public void close() {
        try {
            vertx.close()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the proxy did not stop in time", e);
        }
    }

    /** Says who asked, and says in words when nobody answers. */
    private record Forwarding(String name, URI address) implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            ProxyRequest request = context.request();
            HttpServerRequest received = request.proxiedRequest();
            MultiMap headers = request.headers();
            String client = received.remoteAddress().hostAddress();
            headers.set(
                    "x-forwarded-for",
                    headers.contains("x-forwarded-for")
                            ? headers.get("x-forwarded-for") + ", " + client
                            : client);
            setIfAbsent(headers, "x-forwarded-proto", received.isSSL() ? "https" : "http");
            if (received.authority() != null) {
                setIfAbsent(headers, "x-forwarded-host", received.authority().toString());
            }
            return context.sendRequest().recover(_ -> Future.succeededFuture(away(request)));
        }

        private static void setIfAbsent(MultiMap headers, String name, String value) {
            if (!headers.contains(name)) {
                headers.set(name, value);
            }
        }

        private ProxyResponse away(ProxyRequest request) {
            String sentence =
                    "The "
                            + name
                            + " service at "
                            + address.getAuthority()
                            + " does not answer; ./pulseline status shows why.\n";
            return request.release()
                    .response()
                    .setStatusCode(BAD_GATEWAY)
                    .putHeader("content-type", "text/plain; charset=utf-8")
                    .setBody(Body.body(Buffer.buffer(sentence)));
        }
    }
}
