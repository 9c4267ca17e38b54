package io.pulseline.simulator;

import io.pulseline.simulator.fault.FitbitErrors;
import io.pulseline.simulator.fhir.Fhir;
import io.pulseline.simulator.googlehealth.GoogleHealth;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Handler;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.RequestLog;
import io.pulseline.simulator.http.SeenRequest;
import io.pulseline.simulator.intervals.Intervals;
import io.pulseline.simulator.strava.Strava;
import java.time.Instant;
import java.time.InstantSource;

/** Sends each call to its side: control, receivers, or a provider, whose calls are written down. */
record Faces(
        Handler control,
        Handler receivers,
        Handler fitbit,
        Handler googleHealth,
        Handler strava,
        Handler intervals,
        Handler fhir,
        RequestLog log,
        InstantSource clock)
        implements Handler {

    @Override
    public Answer answer(Request request) {
        if (request.path().startsWith("/simulator/")) {
            return control.answer(request);
        }
        if (request.path().startsWith("/receiver/")) {
            return receivers.answer(request);
        }
        log.begun();
        try {
            return logged(request);
        } finally {
            log.ended();
        }
    }

    private Answer logged(Request request) {
        Instant at = clock.instant();
        Answer answer = sideAnswer(request);
        log.add(
                new SeenRequest(
                        request.method(),
                        request.path(),
                        request.rawQuery(),
                        answer.status(),
                        at,
                        request.userId()));
        return answer;
    }

    private Answer sideAnswer(Request request) {
        if (request.path().startsWith(GoogleHealth.PREFIX)) {
            return googleHealth.answer(request);
        }
        if (request.path().startsWith(Strava.PREFIX)) {
            return strava.answer(request);
        }
        if (request.path().startsWith(Intervals.PREFIX)) {
            return intervals.answer(request);
        }
        return request.path().startsWith(Fhir.PREFIX)
                ? fhir.answer(request)
                : fitbitAnswer(request);
    }

    private Answer fitbitAnswer(Request request) {
        try {
            return fitbit.answer(request);
        } catch (Refused refused) {
            return refused.answer();
        } catch (IllegalArgumentException e) {
            return FitbitErrors.envelope(
                    400, "invalid_request", "n/a", "There was an error reading the request body.");
        }
    }
}
