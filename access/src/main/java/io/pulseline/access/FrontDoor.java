package io.pulseline.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.OptionalLong;

/** What every request passes, in this order: headers, cross-site check, login attempts, rate. */
@ApplicationScoped
class FrontDoor {
    /** Before everything that may answer. */
    private static final int HEADERS = 2_000;

    /** Before Quarkus logs in (200): a login is a change too. */
    private static final int CROSS_SITE = 600;

    private static final int LOGIN_ATTEMPTS = 500;

    /** After Quarkus has checked permissions (100), so that who asks is known. */
    private static final int RATE = 50;

    private final SecurityHeaders headers;
    private final LoginAttempts attempts;
    private final RequestRate rate;
    private final Refusals refusals;

    FrontDoor(
            SecurityHeaders headers, LoginAttempts attempts, RequestRate rate, Refusals refusals) {
        this.headers = headers;
        this.attempts = attempts;
        this.rate = rate;
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::addHeaders, HEADERS);
        filters.register(this::checkSite, CROSS_SITE);
        filters.register(this::checkAttempts, LOGIN_ATTEMPTS);
        filters.register(this::checkRate, RATE);
    }

    private void addHeaders(RoutingContext context) {
        headers.promise(context);
        context.next();
    }

    private void checkSite(RoutingContext context) {
        CrossSiteGuard.objection(context.request(), context.normalizedPath())
                .ifPresentOrElse(why -> refusals.crossSite(context, why), context::next);
    }

    private void checkAttempts(RoutingContext context) {
        waitForAttempt(context)
                .ifPresentOrElse(
                        seconds -> refusals.tooManyLogins(context, seconds), context::next);
    }

    private OptionalLong waitForAttempt(RoutingContext context) {
        if (Paths.isWebhook(context.normalizedPath())) {
            // What stands in their Authorization is no login of ours.
            return OptionalLong.empty();
        }
        return isForm(context)
                ? attempts.fromAddress(context.request())
                : attempts.withPassword(context.request());
    }

    /** The form's login answers at any path that ends so. */
    static boolean isForm(RoutingContext context) {
        return context.request().method().equals(HttpMethod.POST)
                && context.normalizedPath().endsWith(Paths.CHECK);
    }

    private void checkRate(RoutingContext context) {
        rate.of(context)
                .ifPresentOrElse(
                        seconds -> refusals.tooManyRequests(context, seconds), context::next);
    }
}
