package io.pulseline.pipeline.target;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Posts to an address a user gave. The name is resolved here, the result is checked, and exactly
 * the checked address is connected to: a name that changes in between changes nothing. Redirects
 * are not followed.
 */
@ApplicationScoped
class HttpPost {
    private final TargetSettings settings;
    private final HttpClient http;

    HttpPost(Vertx vertx, TargetSettings settings) {
        this.settings = settings;
        this.http =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setConnectTimeout(
                                        Math.toIntExact(settings.connectTimeout().toMillis()))
                                .setMaxPoolSize(settings.connectionsPerAddress())
                                // Shorter than the usual server's: a reused connection should not
                                // be a dead one.
                                .setKeepAliveTimeout(10)
                                .setIdleTimeout(
                                        Math.toIntExact(settings.answerTimeout().toSeconds()) + 5)
                                .setVerifyHost(true));
    }

    void stop(@Observes ShutdownEvent event) {
        http.close();
    }

    /** How a post ended. */
    sealed interface Answer {
        /** There was an answer; {@code retryAfter} as its header says. */
        record Status(int code, @Nullable String retryAfter) implements Answer {}

        /** There was none, for a reason that may pass. */
        record None(String reason) implements Answer {}

        /** We do not call such an address. */
        record Forbidden(String reason) implements Answer {}
    }

    /** Blocks until answered, at most as long as the settings allow. */
    Answer post(URI address, Map<String, String> headers, byte[] body) {
        InetAddress[] resolved;
        try {
            resolved = InetAddress.getAllByName(literal(address.getHost()));
        } catch (UnknownHostException _) {
            return new Answer.None("host " + address.getHost() + " was not found");
        }
        if (!settings.allowPrivateAddresses()
                && !Stream.of(resolved).allMatch(AddressGuard::isPublic)) {
            return new Answer.Forbidden(
                    "host "
                            + address.getHost()
                            + " has an address that is not public; an operator may allow that with"
                            + " pulseline.targets.allow-private-addresses");
        }
        return send(options(address, resolved[0], headers), body);
    }

    private Answer send(RequestOptions options, byte[] body) {
        Future<Answer> answer = http.request(options).compose(request -> answer(request, body));
        try {
            return answer.toCompletionStage()
                    .toCompletableFuture()
                    .get(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return new Answer.None(
                    "no answer within " + settings.answerTimeout().toSeconds() + " s");
        } catch (ExecutionException e) {
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            return new Answer.None("no connection (" + cause.getClass().getSimpleName() + ")");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.None("interrupted");
        }
    }

    private Future<Answer> answer(HttpClientRequest request, byte[] body) {
        // Listened to before anything is sent, so that it is told on the connection's own thread:
        // a listener that comes later may find an answer that is over, which takes no handlers.
        Future<Answer> answer = request.response().map(this::status);
        return request.end(Buffer.buffer(body)).compose(_ -> answer);
    }

    private Answer status(HttpClientResponse response) {
        AtomicInteger read = new AtomicInteger();
        response.handler(part -> {
            // The connection can be used again once the body is read; a long one is not worth it.
            if (read.addAndGet(part.length()) > settings.largestAnswerBytes()) {
                response.request().connection().close();
            }
        });
        response.exceptionHandler(_ -> {});
        return new Answer.Status(response.statusCode(), response.getHeader("Retry-After"));
    }

    private RequestOptions options(URI address, InetAddress resolved, Map<String, String> headers) {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
        String path = Optional.ofNullable(address.getRawPath()).orElse("");
        String query = address.getRawQuery();
        RequestOptions options =
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        // Connects here, while Host header, SNI and certificate check use the name.
                        .setServer(SocketAddress.inetSocketAddress(port, resolved.getHostAddress()))
                        .setHost(literal(address.getHost()))
                        .setPort(port)
                        .setSsl(secure)
                        .setURI((path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query))
                        .setFollowRedirects(false)
                        .setTimeout(settings.answerTimeout().toMillis());
        headers.forEach(options::putHeader);
        return options;
    }

    /** IPv6 addresses stand in brackets in an address, and without them everywhere else. */
    private static String literal(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
