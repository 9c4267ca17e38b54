package io.pulseline.simulator.strava;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Handler;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;

/** Lets a call in: rate, token, scope, in this order; every answer tells the rates. */
final class StravaGate {
    private static final String BEARER = "Bearer ";

    private final StravaConsents consents;
    private final RateWindows windows;

    StravaGate(StravaConsents consents, RateWindows windows) {
        this.consents = consents;
        this.windows = windows;
    }

    /** A call of a known athlete. */
    @FunctionalInterface
    interface Call {
        Answer answer(Request request, Athlete athlete);
    }

    /** A call that counts in both limits. */
    Handler reading(StravaScope scope, Call call) {
        return request -> windows.told(answer(request, true, scope, call));
    }

    /** A call that counts in the overall limit alone. */
    Handler uploading(StravaScope scope, Call call) {
        return request -> windows.told(answer(request, false, scope, call));
    }

    private Answer answer(Request request, boolean reading, StravaScope scope, Call call) {
        if (!windows.take(reading)) {
            return StravaErrors.rateLimited();
        }
        var allowed = consents.valid(token(request));
        if (allowed.isEmpty()) {
            return StravaErrors.badToken();
        }
        Athlete athlete = allowed.get().athlete();
        request.isAbout(Long.toString(athlete.id()));
        if (!allowed.get().scopes().contains(scope)) {
            return StravaErrors.scopeMissing(scope);
        }
        try {
            return call.answer(request, athlete);
        } catch (Refused refused) {
            return refused.answer();
        }
    }

    static String token(Request request) {
        String header = request.header("Authorization").orElse("");
        return header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
    }

    static ObjectNode document(Athlete athlete) {
        return Json.object()
                .put("id", athlete.id())
                .put("resource_state", 2)
                .put("firstname", athlete.name())
                .put("lastname", "");
    }
}
