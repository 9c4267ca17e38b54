package io.pulseline.simulator.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with a coming call.
 *
 * @param status the HTTP status where the kind leaves it open, else ignored
 * @param pathPart the call's path must contain it; null for any call to the data API
 * @param times how many calls it strikes, at least 1
 * @param delay for {@link Kind#HANG} and {@link Kind#SLOW}, real time
 */
public record Fault(Kind kind, int status, @Nullable String pathPart, int times, Duration delay) {
    private static final Duration LONG = Duration.ofSeconds(30);

    public Fault {
        if (times < 1) {
            throw new IllegalArgumentException("times is " + times + "; it must be at least 1");
        }
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status is " + status + "; give 200 to 599");
        }
        if (delay.isNegative() || delay.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("delay is " + delay + "; give 0 to 10 minutes");
        }
    }

    /** What goes wrong. */
    public enum Kind {
        /** 429 with the rate headers. */
        RATE_LIMITED,
        /** An error of that status in the provider's envelope. */
        SERVER_ERROR,
        /** An HTML page of that status. */
        HTML_BODY,
        /** The right answer, cut in half. */
        MALFORMED_JSON,
        /** 200 with nothing in it. */
        EMPTY_BODY,
        /** No answer; the connection is cut after the delay. */
        HANG,
        /** The right answer, after the delay. */
        SLOW,
        /** The call is carried out, but its answer never arrives. */
        ANSWER_LOST,
        /** The right answer, but the connection ends after half of it. */
        HALF_ANSWER,
        /** 401 expired_token. */
        EXPIRED_TOKEN,
        /** 401 invalid_token. */
        INVALID_TOKEN,
        /** 403 insufficient_scope. */
        INSUFFICIENT_SCOPE,
        /** 409 conflict. */
        CONFLICT,
        /** 410, this call only. */
        GONE
    }

    public static Fault of(Kind kind, int status) {
        return new Fault(kind, status, null, 1, LONG);
    }

    public static Fault rateLimited() {
        return of(Kind.RATE_LIMITED, 429);
    }

    public static Fault serverError(int status) {
        return of(Kind.SERVER_ERROR, status);
    }

    public static Fault htmlBody(int status) {
        return of(Kind.HTML_BODY, status);
    }

    public static Fault malformedJson() {
        return of(Kind.MALFORMED_JSON, 200);
    }

    public static Fault emptyBody() {
        return of(Kind.EMPTY_BODY, 200);
    }

    /** No answer; cut after 30 seconds unless told otherwise. */
    public static Fault hang() {
        return of(Kind.HANG, 504);
    }

    public static Fault slow(Duration delay) {
        return of(Kind.SLOW, 200).lasting(delay);
    }

    public static Fault answerLost() {
        return of(Kind.ANSWER_LOST, 200);
    }

    public static Fault halfAnswer() {
        return of(Kind.HALF_ANSWER, 200);
    }

    public static Fault expiredToken() {
        return of(Kind.EXPIRED_TOKEN, 401);
    }

    public static Fault invalidToken() {
        return of(Kind.INVALID_TOKEN, 401);
    }

    public static Fault insufficientScope() {
        return of(Kind.INSUFFICIENT_SCOPE, 403);
    }

    public static Fault conflict() {
        return of(Kind.CONFLICT, 409);
    }

    public static Fault gone() {
        return of(Kind.GONE, 410);
    }

    /** The same for calls whose path contains the text, OAuth calls included. */
    public Fault onPath(String part) {
        return new Fault(kind, status, part, times, delay);
    }

    /** The same for that many calls. */
    public Fault times(int calls) {
        return new Fault(kind, status, pathPart, calls, delay);
    }

    /** The same with another delay, real time. */
    public Fault lasting(Duration time) {
        return new Fault(kind, status, pathPart, times, time);
    }

    boolean strikes(String path) {
        return pathPart == null ? isOfData(path) : path.contains(pathPart);
    }

    /** Whether it is a call to the data API of either provider, not to its authorization server. */
    static boolean isOfData(String path) {
        return path.startsWith("/google/v4/")
                || (path.startsWith("/1") && !path.contains("/oauth2/"));
    }
}
