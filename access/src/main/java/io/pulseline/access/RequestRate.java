package io.pulseline.access;

import io.github.bucket4j.TimeMeter;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;

/** How often one user, or one address without a login, may ask for pages and API. */
@ApplicationScoped
class RequestRate {
    private final Rates rates;

    RequestRate(AccessSettings settings) {
        this.rates =
                new Rates(
                        settings.requestsPerMinute(),
                        settings.rememberedAtMost(),
                        TimeMeter.SYSTEM_NANOTIME);
    }

    /** Seconds to wait; empty if this request may go on. */
    OptionalLong of(RoutingContext context) {
        if (!Paths.isForPeople(context.normalizedPath())) {
            return OptionalLong.empty();
        }
        return rates.take(
                Visit.user(context)
                        .map(name -> "user " + name)
                        .orElseGet(() -> "address " + Visit.address(context.request())));
    }
}
