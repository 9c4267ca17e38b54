package io.pulseline.simulator.fitbit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.simulator.fault.FitbitErrors;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.truth.ActivityPlan.TrackMeanwhile;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.Quirk;
import io.pulseline.simulator.truth.SimulatedActivity;
import java.time.InstantSource;
import java.util.Optional;

/** {@code GET /1/user/-/activities/{logId}.tcx} (fact sheet section 4.2). */
final class TcxEndpoint {
    private static final String MEDIA_TYPE = "application/vnd.garmin.tcx+xml";

    private final People people;
    private final InstantSource clock;

    TcxEndpoint(People people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    Answer answer(Request request, Caller caller) {
        Optional<SimulatedActivity> found = activity(request, caller);
        if (found.isEmpty()) {
            return FitbitErrors.notFound();
        }
        SimulatedActivity activity = found.get();
        boolean isReadable = !clock.instant().isBefore(activity.trackReadableFrom());
        if (!isReadable
                && activity.plan().lateness().trackMeanwhile() == TrackMeanwhile.NOT_FOUND) {
            return FitbitErrors.notFound();
        }
        boolean partial = request.query().first("includePartialTCX").orElse("").equals("true");
        return Answer.of(
                200, MEDIA_TYPE, text(activity, caller, isReadable, partial).getBytes(UTF_8));
    }

    private static String text(
            SimulatedActivity activity, Caller caller, boolean isReadable, boolean partial) {
        boolean positions =
                activity.plan().gps()
                        && !activity.track().points().isEmpty()
                        && !activity.has(Quirk.AUTO_DETECTED)
                        && !activity.has(Quirk.MANUAL);
        boolean laps = isReadable && (positions || partial) && !activity.has(Quirk.TCX_WITHOUT_LAP);
        boolean heartRate = caller.may(Scope.HEARTRATE) && !activity.has(Quirk.PHONE_RECORDED);
        String device =
                activity.has(Quirk.PHONE_RECORDED)
                        ? "Fitbit iPhone App"
                        : "Fitbit " + caller.user().device().name();
        return laps
                ? TcxDocument.withLaps(activity, device, positions, heartRate)
                : TcxDocument.withoutLaps(activity, device);
    }

    private Optional<SimulatedActivity> activity(Request request, Caller caller) {
        try {
            return people.activity(caller.user().id(), Long.parseLong(request.pathValue("logId")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
