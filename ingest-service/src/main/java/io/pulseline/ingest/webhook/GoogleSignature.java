package io.pulseline.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Google's signature of a notification, judged by the keys that Google publishes. They are kept for
 * a while and read again when a signature names a key that is not among them, but not more often
 * than configured: whoever makes up key ids does not make us ask.
 */
@ApplicationScoped
class GoogleSignature {
    private static final Logger LOG = Logger.getLogger(GoogleSignature.class);

    /** Some dozen keys; more is no key set. */
    private static final int MAXIMUM_KEYSET_BYTES = 1 << 16;

    private final GoogleHealthSubscriberConfig config;
    private final HttpClient client;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Held held;
    private volatile long triedNanos;
    private volatile boolean tried;

    private record Held(GoogleKeys keys, long sinceNanos) {}

    GoogleSignature(GoogleHealthSubscriberConfig config) {
        this.config = config;
        this.client = HttpClient.newBuilder().connectTimeout(config.keysetWithin()).build();
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }

    /** What can be said of a signature. */
    enum Verdict {
        RIGHT,
        WRONG,
        /** Google's keys could not be read: nothing can be said. */
        UNKNOWN
    }

    /**
     * Judges; blocks while keys are read.
     *
     * @param header value of the signature's header; null is a missing signature
     */
    Verdict judge(byte[] body, @Nullable String header) {
        byte[] signature = header == null ? new byte[0] : decoded(header);
        OptionalLong key = GoogleKeys.keyOf(signature);
        if (key.isEmpty()) {
            return Verdict.WRONG;
        }
        GoogleKeys keys = keysFor(key.getAsLong());
        if (keys == null) {
            return Verdict.UNKNOWN;
        }
        return keys.signed(body, signature) ? Verdict.RIGHT : Verdict.WRONG;
    }

    private static byte[] decoded(String header) {
        try {
            return Base64.getDecoder().decode(header.strip());
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private @Nullable GoogleKeys keysFor(long key) {
        if (isEnough(held, key)) {
            return keys();
        }
        reading.lock();
        try {
            // Another request may have read them while this one waited.
            if (!isEnough(held, key) && mayTry()) {
                read();
            }
            // Old keys are better than none: they are public, and one that is gone signs no more.
            return keys();
        } finally {
            reading.unlock();
        }
    }

    private @Nullable GoogleKeys keys() {
        Held now = held;
        return now == null ? null : now.keys();
    }

    private boolean isEnough(@Nullable Held now, long key) {
        return now != null && isYoung(now) && now.keys().knows(key);
    }

    private boolean isYoung(Held keys) {
        return System.nanoTime() - keys.sinceNanos() < config.keysetAge().toNanos();
    }

    private boolean mayTry() {
        return !tried || System.nanoTime() - triedNanos >= config.keysetPause().toNanos();
    }

    private void read() {
        tried = true;
        triedNanos = System.nanoTime();
        try {
            held = new Held(GoogleKeys.parse(fetched()), System.nanoTime());
            LOG.info("keys of Google's notifications read");
        } catch (IOException | GeneralSecurityException e) {
            LOG.warnf(
                    "keys of Google's notifications not read: address=%s reason=%s",
                    config.keysetUrl(), e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String fetched() throws IOException, InterruptedException {
        Duration within = config.keysetWithin();
        HttpResponse<byte[]> response =
                client.send(
                        HttpRequest.newBuilder(config.keysetUrl()).timeout(within).GET().build(),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAXIMUM_KEYSET_BYTES));
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        return new String(response.body(), UTF_8);
    }
}
