package io.pulseline.pipeline.target.http;

import io.pulseline.pipeline.target.TargetSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Calls the addresses of targets. The name is resolved here, the result is checked where a user
 * chose it, and exactly the checked address is connected to: a name that changes in between changes
 * nothing. Redirects are not followed. HTTP/1.1.
 */
@ApplicationScoped
public class HttpCaller {
    private final TargetSettings settings;
    private final HttpClient http;

    HttpCaller(Vertx vertx, TargetSettings settings) {
        this.settings = settings;
        this.http =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setProtocolVersion(HttpVersion.HTTP_1_1)
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

    /** Blocks until answered, at most as long as the settings allow. */
    public HttpAnswer call(HttpCall call) {
        String host = call.address().getHost();
        InetAddress[] resolved;
        try {
            resolved = InetAddress.getAllByName(literal(host));
        } catch (UnknownHostException _) {
            return new HttpAnswer.None("host " + host + " was not found");
        }
        if (call.chosenByUser()
                && !settings.allowPrivateAddresses()
                && !Stream.of(resolved).allMatch(AddressGuard::isPublic)) {
            return new HttpAnswer.Forbidden(
                    "host "
                            + host
                            + " has an address that is not public; an operator may allow that with"
                            + " pulseline.targets.allow-private-addresses");
        }
        return exchanged(call, resolved[0]);
    }

    private HttpAnswer exchanged(HttpCall call, InetAddress resolved) {
        Exchange exchange = new Exchange(settings.largestAnswerBytes());
        try {
            return http.request(options(call, resolved))
                    .compose(request -> exchange.begin(request, call.body()))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            exchange.giveUp();
            return new HttpAnswer.None(
                    "no answer within " + settings.answerTimeout().toSeconds() + " s");
        } catch (ExecutionException e) {
            return new HttpAnswer.None(reason(Optional.ofNullable(e.getCause()).orElse(e)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            exchange.giveUp();
            return new HttpAnswer.None("interrupted");
        }
    }

    private static String reason(Throwable cause) {
        return cause instanceof SSLException
                ? "no secure connection: the host's certificate does not verify"
                : "no connection (" + cause.getClass().getSimpleName() + ")";
    }

    private RequestOptions options(HttpCall call, InetAddress resolved) {
        URI address = call.address();
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
        String path = Optional.ofNullable(address.getRawPath()).orElse("");
        String query = address.getRawQuery();
        RequestOptions options =
                new RequestOptions()
                        .setMethod(HttpMethod.valueOf(call.method()))
                        // Connects here, while Host header, SNI and certificate check use the name.
                        .setServer(SocketAddress.inetSocketAddress(port, resolved.getHostAddress()))
                        .setHost(literal(address.getHost()))
                        .setPort(port)
                        .setSsl(secure)
                        .setURI((path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query))
                        .setFollowRedirects(false)
                        .setTimeout(settings.answerTimeout().toMillis());
        call.headers().forEach(options::putHeader);
        return options;
    }

    /** IPv6 addresses stand in brackets in an address, and without them everywhere else. */
    private static String literal(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
