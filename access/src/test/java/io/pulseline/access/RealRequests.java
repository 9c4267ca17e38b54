package io.pulseline.access;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Shows a question a request as it comes over the wire. */
final class RealRequests implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final HttpServer server;

    RealRequests(Function<HttpServerRequest, String> question) {
        server =
                await(
                        vertx.createHttpServer()
                                .requestHandler(r -> r.response().end(question.apply(r)))
                                .listen(0, "localhost"));
    }

    String host() {
        return "localhost:" + server.actualPort();
    }

    /** What the question says of this request. */
    String ask(String method, String path, Map<String, String> headers) {
        return await(
                client.request(HttpMethod.valueOf(method), server.actualPort(), "localhost", path)
                        .compose(request -> {
                            MultiMap sent = request.headers();
                            headers.forEach(sent::set);
                            // Asked for from this thread, a short body may have passed already,
                            // and its future then never completes.
                            return request.send().compose(HttpClientResponse::body);
                        })
                        .map(Buffer::toString));
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no answer", e);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
