package io.pulseline.simulator.googlehealth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.SimulatedActivity;
import java.time.InstantSource;
import java.util.Optional;

/** {@code exportExerciseTcx} (fact sheet section 4.8). */
final class TcxCalls {
    private final People people;
    private final KnobBoard knobs;
    private final InstantSource clock;

    TcxCalls(People people, KnobBoard knobs, InstantSource clock) {
        this.people = people;
        this.knobs = knobs;
        this.clock = clock;
    }

    void addTo(Routes routes, GoogleGate gate) {
        routes.add(
                "GET",
                "/google/v4/users/{user}/dataTypes/exercise/dataPoints/{id}:exportExerciseTcx",
                gate.open(
                        "DataPointsService.ExportExerciseTcx",
                        (_, caller) -> isCovered(caller),
                        this::export));
    }

    private boolean isCovered(HealthCaller caller) {
        return caller.may(HealthScope.ACTIVITY_AND_FITNESS_READONLY)
                && (caller.may(HealthScope.LOCATION_READONLY)
                        || knobs.answers().tcxWithoutLocationScope());
    }

    private Answer export(Request request, HealthCaller caller) {
        Optional<SimulatedActivity> found =
                people.activities(caller.user().id()).stream()
                        .filter(one -> request.pathValue("id").equals("" + one.logId()))
                        .findFirst();
        if (found.isEmpty()) {
            return GoogleErrors.notFound();
        }
        SimulatedActivity activity = found.get();
        boolean isReadable = !clock.instant().isBefore(activity.trackReadableFrom());
        boolean hasPositions =
                ExerciseSessions.hasRoute(activity) && caller.may(HealthScope.LOCATION_READONLY);
        boolean isPartial = request.query().first("partialData").orElse("").equals("true");
        if (!isReadable || !(hasPositions || isPartial || ExerciseSessions.hasRoute(activity))) {
            return knobs.answers().tcxWithoutRouteIsEmpty()
                    ? Answer.empty(200)
                    : GoogleErrors.notFound();
        }
        String xml = TcxTrack.of(activity, caller.user().device().name(), hasPositions);
        return request.query().first("alt").orElse("json").equals("media")
                ? Answer.of(200, knobs.answers().tcxContentType(), xml.getBytes(UTF_8))
                : GoogleErrors.json(200, Json.object().put("tcxData", xml));
    }
}
