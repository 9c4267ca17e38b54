package io.pulseline.access;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Turns requests away, and counts them. */
@ApplicationScoped
class Refusals {
    private static final String NAME = "pulseline.access.refused";
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;

    /** Why a request went no further; a tag. */
    enum Reason {
        CROSS_SITE,
        TOO_MANY_REQUESTS,
        TOO_MANY_LOGINS
    }

    private final MeterRegistry registry;

    Refusals(MeterRegistry registry) {
        this.registry = registry;
        for (Reason reason : Reason.values()) {
            count(reason, 0);
        }
    }

    void crossSite(RoutingContext context, String why) {
        count(Reason.CROSS_SITE, 1);
        leave(context);
        new Refusal(FORBIDDEN, why).answer(context);
    }

    void tooManyRequests(RoutingContext context, long seconds) {
        count(Reason.TOO_MANY_REQUESTS, 1);
        tooMany(context, seconds, "Too many requests");
    }

    void tooManyLogins(RoutingContext context, long seconds) {
        count(Reason.TOO_MANY_LOGINS, 1);
        tooMany(context, seconds, "Too many attempts to log in");
    }

    private static void tooMany(RoutingContext context, long seconds, String what) {
        leave(context);
        context.response().putHeader("Retry-After", Long.toString(seconds));
        new Refusal(TOO_MANY, what + "; try again in " + seconds + " s.").answer(context);
    }

    /** The body is not read, so the connection cannot be used again. */
    private static void leave(RoutingContext context) {
        if (!context.request().isEnded()) {
            context.response().putHeader("Connection", "close");
        }
    }

    private void count(Reason reason, int times) {
        registry.counter(NAME, "reason", reason.name().toLowerCase(Locale.ROOT)).increment(times);
    }
}
