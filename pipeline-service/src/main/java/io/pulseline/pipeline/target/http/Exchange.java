package io.pulseline.pipeline.target.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request and its answer, with a bound on what is read of it. */
final class Exchange {
    private final int mostBytes;
    private volatile @Nullable HttpClientRequest request;
    private volatile boolean givenUp;

    Exchange(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    Future<HttpAnswer> begin(HttpClientRequest begun, byte[] body) {
        request = begun;
        if (givenUp) {
            var _ = begun.reset();
            return Future.failedFuture("given up");
        }
        // Listened to before anything is sent, so that it is told on the connection's own thread:
        // a listener that comes later may find an answer that is over, which takes no handlers.
        Future<HttpAnswer> answer = begun.response().compose(this::read);
        // One that answers without having read everything has answered all the same.
        var _ = begun.end(Buffer.buffer(body));
        return answer;
    }

    /** Nobody waits any more: its connection is of no use to others either. */
    void giveUp() {
        givenUp = true;
        HttpClientRequest begun = request;
        if (begun != null) {
            var _ = begun.reset();
        }
    }

    private Future<HttpAnswer> read(HttpClientResponse response) {
        Promise<HttpAnswer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(part -> {
            int room = mostBytes - body.length();
            if (part.length() <= room) {
                body.appendBuffer(part);
            } else if (!whole.future().isComplete()) {
                // The connection could be used again once all is read; a long one is not worth it.
                body.appendBuffer(part.slice(0, room));
                whole.complete(answer(response, body));
                var _ = response.request().connection().close();
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(_ -> whole.tryComplete(answer(response, body)));
        return whole.future();
    }

    private static HttpAnswer answer(HttpClientResponse response, Buffer body) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.headers()
                .forEach(header ->
                        headers.putIfAbsent(
                                header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return new HttpAnswer.Received(response.statusCode(), headers, body.getBytes());
    }
}
