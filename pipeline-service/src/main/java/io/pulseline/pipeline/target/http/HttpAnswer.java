package io.pulseline.pipeline.target.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a request ended. */
public sealed interface HttpAnswer {

    /**
     * There was an answer.
     *
     * @param headers by their names in lower case; of several of one name the first
     * @param body not copied; cut where it is longer than the settings allow
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Received(int status, Map<String, String> headers, byte[] body) implements HttpAnswer {

        /** 2xx. */
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** The body as UTF-8. */
        public String text() {
            return new String(body, UTF_8);
        }

        /** A header, whatever the case of its name. */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }

        /** How long it asks us to wait from {@code now}; empty if it does not say. */
        public Optional<Duration> retryAfter(Instant now) {
            return header("retry-after").flatMap(text -> RetryAfter.parse(text, now));
        }

        @Override
        public String toString() {
            return "Received[" + status + "]";
        }
    }

    /** There was none, for a reason that may pass. */
    record None(String reason) implements HttpAnswer {}

    /** We do not call such an address. */
    record Forbidden(String reason) implements HttpAnswer {}
}
