package io.pulseline.simulator.googlehealth;

import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Handler;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.SimulatedUser;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Lets a call in: token, rate, scope, account, in this order (fact sheet sections 6 and 8.1). */
final class GoogleGate {
    private static final String BEARER = "Bearer ";
    private static final String PACKAGE = "google.devicesandservices.health.v4.";

    private final GoogleHealthConfig project;
    private final GoogleConsents consents;
    private final People people;
    private final KnobBoard knobs;
    private final InstantSource clock;
    private final Quota quota = new Quota();
    private final Map<String, AccountState> accounts = new ConcurrentHashMap<>();

    GoogleGate(
            GoogleHealthConfig project,
            GoogleConsents consents,
            People people,
            KnobBoard knobs,
            InstantSource clock) {
        this.project = project;
        this.consents = consents;
        this.people = people;
        this.knobs = knobs;
        this.clock = clock;
    }

    /** A call of a known user. */
    @FunctionalInterface
    interface Call {
        Answer answer(Request request, HealthCaller caller);
    }

    /** Whether a caller has the scopes a call needs. */
    @FunctionalInterface
    interface Needs {
        boolean areMet(Request request, HealthCaller caller);
    }

    /**
     * The call, answered only for a valid token with the scopes.
     *
     * @param method service and method as they stand in errors, without the package
     */
    Handler open(String method, Needs needs, Call call) {
        return request -> {
            HealthCaller caller = caller(request, method);
            request.isAbout(caller.user().id());
            int limit = knobs.answers().requestsPerMinute();
            if (!quota.take(caller.user().id(), clock.instant(), limit)) {
                return rateLimited();
            }
            if (knobs.answers().serviceDisabled()) {
                return GoogleErrors.serviceDisabled(project.projectNumber());
            }
            String asked = request.pathValue("user");
            if (!asked.equals("me") && !asked.equals(caller.healthUserId())) {
                return GoogleErrors.callerLacksPermission();
            }
            if (!needs.areMet(request, caller)) {
                return GoogleErrors.scopeMissing(knobs.answers().missingScopeReason());
            }
            return switch (accountOf(caller.user().id())) {
                case LINKED -> call.answer(request, caller);
                case NOT_LINKED -> GoogleErrors.accountNotLinked();
                case WITHOUT_PROFILE -> GoogleErrors.noProfile(knobs.answers().noProfileStatus());
                case LEGACY_LOGIN -> GoogleErrors.callerLacksPermission();
            };
        };
    }

    /** As {@link #open}, for calls that need one scope. */
    Handler open(String method, HealthScope scope, Call call) {
        return open(method, (_, caller) -> caller.may(scope), call);
    }

    /** A call about the project; people's tokens are not enough for it. */
    Handler administrative(String method, Handler call) {
        return request -> {
            String token = token(request, method);
            if (token.equals(project.administratorToken())) {
                return call.answer(request);
            }
            if (consents.valid(token).isEmpty()) {
                return GoogleErrors.credentialsInvalid();
            }
            return request.header("x-goog-user-project").isEmpty()
                    ? GoogleErrors.serviceDisabled(project.projectNumber())
                    : GoogleErrors.scopeMissing(knobs.answers().missingScopeReason());
        };
    }

    Answer rateLimited() {
        return GoogleErrors.tooManyRequests(
                project.projectNumber(), knobs.answers().retryAfterSeconds());
    }

    Quota quota() {
        return quota;
    }

    AccountState accountOf(String userId) {
        return accounts.getOrDefault(userId, AccountState.LINKED);
    }

    void setAccount(String userId, AccountState state) {
        accounts.put(userId, state);
    }

    void clear() {
        quota.clear();
        accounts.clear();
    }

    private HealthCaller caller(Request request, String method) {
        Optional<GoogleConsents.Valid> valid = consents.valid(token(request, method));
        Optional<SimulatedUser> user = valid.flatMap(one -> people.find(one.userId()));
        if (valid.isEmpty() || user.isEmpty()) {
            throw new Refused(GoogleErrors.credentialsInvalid());
        }
        return new HealthCaller(user.get(), valid.get().scopes());
    }

    private static String token(Request request, String method) {
        String header = request.header("Authorization").orElse("");
        Optional<String> inQuery = request.query().first("access_token");
        if (header.startsWith(BEARER)) {
            return header.substring(BEARER.length());
        }
        return inQuery.orElseThrow(
                () -> new Refused(GoogleErrors.credentialsMissing(PACKAGE + method)));
    }
}
