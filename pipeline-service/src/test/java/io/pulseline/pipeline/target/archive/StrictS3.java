package io.pulseline.pipeline.target.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An S3 store with one bucket that takes PUT and DELETE of objects, path style. It works out
 * Signature Version 4 by itself, from AWS's description of it, and answers as strictly as S3: a
 * wrong key, a wrong signature, a body of another hash, a clock that is off, a missing bucket. It
 * knows no listing, no versions, no multipart.
 */
final class StrictS3 implements AutoCloseable {
    static final String ACCESS_KEY = "AKIDEXAMPLE";
    static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    static final String REGION = "eu-central-1";
    static final String BUCKET = "my-archive";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final Pattern AUTHORIZATION =
            Pattern.compile(
                    "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/s3/aws4_request, ?"
                            + "SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");
    private static final Duration MOST_SKEW = Duration.ofMinutes(15);

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final Queue<Answer> next = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Clock clock;
    private final HttpServer server;

    /** An answer other than the right one. */
    record Answer(int status, String body, Map<String, String> headers) {
        static Answer error(int status, String code) {
            return new Answer(
                    status,
                    "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code></Error>",
                    Map.of());
        }
    }

    /** Its answer never comes. */
    private static final Answer NEVER = new Answer(0, "", Map.of());

    StrictS3(Clock clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Keys of the objects that are there, and their contents. */
    Map<String, byte[]> objects() {
        return objects;
    }

    /** Method, path and status of each request. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    void failNext(Answer answer) {
        next.add(answer);
    }

    void neverAnswerNext() {
        next.add(NEVER);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Answer forced = next.poll();
        if (NEVER.equals(forced)) {
            try {
                closed.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
            return;
        }
        Answer answer = forced == null ? judged(exchange, body) : forced;
        synchronized (this) {
            requests.add(
                    exchange.getRequestMethod()
                            + " "
                            + exchange.getRequestURI().getRawPath()
                            + " "
                            + answer.status());
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] text = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
        if (text.length > 0) {
            exchange.getResponseBody().write(text);
        }
        exchange.close();
    }

    private Answer judged(HttpExchange exchange, byte[] body) {
        Matcher matcher =
                AUTHORIZATION.matcher(
                        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        if (!matcher.matches()) {
            return Answer.error(403, "AccessDenied");
        }
        if (!matcher.group(1).equals(ACCESS_KEY)) {
            return Answer.error(403, "InvalidAccessKeyId");
        }
        if (!matcher.group(3).equals(REGION)) {
            return Answer.error(400, "AuthorizationHeaderMalformed");
        }
        String time = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Date"));
        Duration skew =
                Duration.between(
                        LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC), clock.instant());
        if (skew.abs().compareTo(MOST_SKEW) > 0) {
            return Answer.error(403, "RequestTimeTooSkewed");
        }
        if (!hex(sha256(body))
                .equals(exchange.getRequestHeaders().getFirst("X-Amz-Content-Sha256"))) {
            return Answer.error(400, "XAmzContentSHA256Mismatch");
        }
        String signature = signature(exchange, matcher, time, hex(sha256(body)));
        return signature.equals(matcher.group(5))
                ? kept(exchange, body)
                : Answer.error(403, "SignatureDoesNotMatch");
    }

    private Answer kept(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getRawPath();
        String bucket = "/" + BUCKET + "/";
        if (!path.startsWith(bucket)) {
            return Answer.error(404, "NoSuchBucket");
        }
        String key = URLDecoder.decode(path.substring(bucket.length()), UTF_8);
        switch (exchange.getRequestMethod()) {
            case "PUT" -> objects.put(key, body);
            case "DELETE" -> objects.remove(key);
            default -> {
                return Answer.error(405, "MethodNotAllowed");
            }
        }
        return new Answer(exchange.getRequestMethod().equals("PUT") ? 200 : 204, "", Map.of());
    }

    private static String signature(
            HttpExchange exchange, Matcher authorization, String time, String bodyHash) {
        StringBuilder headers = new StringBuilder();
        for (String name : authorization.group(4).split(";", -1)) {
            headers.append(name)
                    .append(':')
                    .append(String.valueOf(exchange.getRequestHeaders().getFirst(name)).strip())
                    .append('\n');
        }
        String request =
                String.join(
                        "\n",
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getRawPath(),
                        "",
                        headers,
                        authorization.group(4),
                        bodyHash);
        String scope = authorization.group(2) + "/" + authorization.group(3) + "/s3/aws4_request";
        String toSign =
                String.join(
                        "\n",
                        "AWS4-HMAC-SHA256",
                        time,
                        scope,
                        hex(sha256(request.getBytes(UTF_8))));
        byte[] key = hmac(("AWS4" + SECRET_KEY).getBytes(UTF_8), authorization.group(2));
        for (String part : List.of(authorization.group(3), "s3", "aws4_request", toSign)) {
            key = hmac(key, part);
        }
        return hex(key);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
