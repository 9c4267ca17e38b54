package io.pulseline.pipeline.target.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.re2j.Pattern;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.Heard;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What failures of HTTP mean where a place has no rules of its own. */
public final class HttpOutcomes {
    /** These stay wrong however often they are sent. */
    private static final Set<Integer> PERMANENT = Set.of(400, 404, 405, 410, 413, 415, 422);

    private static final Set<Integer> UNKNOWN_TO_IT = Set.of(401, 403);

    private static final int LONGEST_EXCERPT = 200;

    /** More of an answer is not looked at. */
    private static final int LOOKED_AT = 2_000;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cc}]+");
    private static final Pattern LONG_WORDS = Pattern.compile("[\\w+/=.~-]{25,}");
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+");

    private HttpOutcomes() {}

    /**
     * What an answer means that is no success.
     *
     * @param whose who answered, for people: "the FHIR server"
     */
    public static DeliveryOutcome of(HttpAnswer failed, String whose, Instant now) {
        return switch (failed) {
            case HttpAnswer.Received answer -> of(answer, whose, now);
            case HttpAnswer.None none -> DeliveryOutcome.Later.because(none.reason());
            case HttpAnswer.Forbidden no -> new DeliveryOutcome.Refused(no.reason());
        };
    }

    private static DeliveryOutcome of(HttpAnswer.Received answer, String whose, Instant now) {
        int status = answer.status();
        String reason = whose + " answered " + status;
        Heard heard = heard(answer);
        if (UNKNOWN_TO_IT.contains(status)) {
            return new DeliveryOutcome.Paused(reason + ": check what opens it", heard);
        }
        if (status >= 300 && status < 400) {
            return new DeliveryOutcome.Refused(
                    reason + ": redirects are not followed, give the final address", heard);
        }
        return PERMANENT.contains(status)
                ? new DeliveryOutcome.Refused(reason, heard)
                : new DeliveryOutcome.Later(reason, answer.retryAfter(now).orElse(null), heard);
    }

    /** What may be kept of an answer. */
    public static Heard heard(HttpAnswer.Received answer) {
        byte[] body = answer.body();
        String text = new String(body, 0, Math.min(body.length, LOOKED_AT), UTF_8);
        return new Heard(answer.status(), excerpt(text));
    }

    /** What may be kept of a failed answer; null if there was none. */
    public static @Nullable Heard heard(HttpAnswer answer) {
        return answer instanceof HttpAnswer.Received received ? heard(received) : null;
    }

    /** A receiver may repeat what it was sent: numbers and long words are left out. */
    static String excerpt(String text) {
        String plain = BLANKS.matcher(text).replaceAll(" ").strip();
        plain = LONG_WORDS.matcher(plain).replaceAll("…");
        plain = NUMBERS.matcher(plain).replaceAll("#");
        return plain.length() <= LONGEST_EXCERPT
                ? plain
                : plain.substring(0, LONGEST_EXCERPT - 1) + "…";
    }
}
