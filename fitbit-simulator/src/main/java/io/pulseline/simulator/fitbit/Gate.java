package io.pulseline.simulator.fitbit;

import io.pulseline.simulator.fault.FitbitErrors;
import io.pulseline.simulator.fault.Switch;
import io.pulseline.simulator.fault.Switches;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Handler;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.oauth.AccessGrant;
import io.pulseline.simulator.oauth.Consents;
import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.SimulatedUser;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets a call in: token, rate, scope, in this order. Every call with a valid token is counted. */
final class Gate {
    private static final String BEARER = "Bearer ";
    private static final int LAG_REQUESTS = 10;

    private final Consents consents;
    private final People people;
    private final Switches switches;
    private final InstantSource clock;
    private final RateBudget budget = new RateBudget();
    private final Usage usage = new Usage();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();

    Gate(Consents consents, People people, Switches switches, InstantSource clock) {
        this.consents = consents;
        this.people = people;
        this.switches = switches;
        this.clock = clock;
    }

    /** A call of a known user. */
    @FunctionalInterface
    interface Call {
        Answer answer(Request request, Caller caller);
    }

    /** The call, answered only for a token that is valid and has budget left. */
    Handler authenticated(Call call) {
        return request -> {
            Caller caller = caller(request);
            request.isAbout(caller.user().id());
            if (gone.contains(caller.user().id())) {
                throw new Refused(FitbitErrors.gone());
            }
            RateBudget.Place place = budget.take(caller.user().id(), clock.instant());
            boolean isOver = place.used() > switches.requestsPerHour();
            usage.add(caller.user().id(), clock.instant(), isOver);
            if (isOver) {
                return limited(place);
            }
            try {
                return counted(call.answer(request, caller), place);
            } catch (Refused refused) {
                return counted(refused.answer(), place);
            }
        };
    }

    /** As {@link #authenticated}, for the token's own user in the path and with these scopes. */
    Handler open(Call call, Scope... scopes) {
        return authenticated((request, caller) -> {
            requireOwn(request, caller);
            for (Scope scope : scopes) {
                requireScope(caller, scope);
            }
            return call.answer(request, caller);
        });
    }

    /** As above, and the application must have the right to intraday data. */
    Handler openIntraday(Call call, Scope scope) {
        return open(
                (request, caller) -> {
                    if (switches.isOn(Switch.WITHOUT_INTRADAY_RIGHT)) {
                        throw new Refused(noRight());
                    }
                    return call.answer(request, caller);
                },
                scope);
    }

    /** As above, for series that may also answer without their intraday part. */
    Handler openSeries(Call call, Scope scope) {
        return request ->
                switches.isOn(Switch.INTRADAY_KEY_MISSING)
                        ? open(call, scope).answer(request)
                        : openIntraday(call, scope).answer(request);
    }

    void requireScope(Caller caller, Scope scope) {
        if (!caller.grant().scopes().contains(scope)) {
            throw new Refused(
                    switches.isOn(Switch.GOOGLE_STYLE_ERRORS)
                            ? googleNoPermission()
                            : FitbitErrors.insufficientScope(scope.text()));
        }
    }

    /** Answers 410 for that person from now on. */
    void closeFor(String userId) {
        gone.add(userId);
    }

    Usage usage() {
        return usage;
    }

    void clear() {
        budget.clear();
        usage.clear();
        gone.clear();
    }

    private Caller caller(Request request) {
        String header = request.header("Authorization").orElse("");
        if (!header.startsWith(BEARER)) {
            throw new Refused(FitbitErrors.noAuthorization());
        }
        String token = header.substring(BEARER.length());
        Optional<AccessGrant> grant = consents.grant(token);
        Optional<SimulatedUser> user = grant.flatMap(known -> people.find(known.userId()));
        if (grant.isEmpty() || user.isEmpty()) {
            throw new Refused(unauthenticated(FitbitErrors.invalidToken(token)));
        }
        if (grant.get().isOverAt(clock.instant())) {
            request.isAbout(grant.get().userId());
            throw new Refused(unauthenticated(FitbitErrors.expiredToken(token)));
        }
        return new Caller(user.get(), grant.get());
    }

    private void requireOwn(Request request, Caller caller) {
        String asked = request.pathValue("user");
        if (!asked.equals("-") && !asked.equals(caller.user().id())) {
            throw new Refused(noRight());
        }
    }

    private Answer limited(RateBudget.Place place) {
        Answer answer =
                switches.isOn(Switch.GOOGLE_STYLE_ERRORS)
                        ? FitbitErrors.google(
                                429,
                                "Resource has been exhausted (e.g. check quota).",
                                "RESOURCE_EXHAUSTED")
                        : FitbitErrors.tooManyRequests();
        Answer counted = counted(answer, place);
        return switches.isOn(Switch.RETRY_AFTER)
                ? counted.with("Retry-After", Long.toString(place.resetSeconds()))
                : counted;
    }

    private Answer counted(Answer answer, RateBudget.Place place) {
        int limit = switches.requestsPerHour();
        int shown =
                switches.isOn(Switch.LAGGING_RATE_HEADERS)
                        ? Math.max(0, place.used() - LAG_REQUESTS)
                        : place.used();
        return answer.with("Fitbit-Rate-Limit-Limit", Integer.toString(limit))
                .with("Fitbit-Rate-Limit-Remaining", Integer.toString(Math.max(0, limit - shown)))
                .with("Fitbit-Rate-Limit-Reset", Long.toString(place.resetSeconds()));
    }

    private Answer unauthenticated(Answer usual) {
        return switches.isOn(Switch.GOOGLE_STYLE_ERRORS)
                ? FitbitErrors.google(
                        401, "Request had invalid authentication credentials.", "UNAUTHENTICATED")
                : usual;
    }

    private Answer noRight() {
        return switches.isOn(Switch.GOOGLE_STYLE_ERRORS)
                ? googleNoPermission()
                : FitbitErrors.insufficientPermissions();
    }

    private static Answer googleNoPermission() {
        return FitbitErrors.google(403, "The caller does not have permission", "PERMISSION_DENIED");
    }
}
