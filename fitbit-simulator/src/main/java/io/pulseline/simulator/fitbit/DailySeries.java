package io.pulseline.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.fault.FitbitErrors;
import io.pulseline.simulator.fault.Switch;
import io.pulseline.simulator.fault.Switches;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.truth.People;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;

/** One value per date: steps and the like (fact sheet section 4.4), and heart rate (4.6). */
final class DailySeries {
    private static final int LONGEST_RANGE = 1095;
    private static final int LONGEST_HEART_RANGE = 366;
    private static final int LONGEST_ACTIVITY_CALORIES_RANGE = 30;

    private final People people;
    private final InstantSource clock;
    private final Switches switches;
    private final Gate gate;

    DailySeries(People people, InstantSource clock, Switches switches, Gate gate) {
        this.people = people;
        this.clock = clock;
        this.switches = switches;
        this.gate = gate;
    }

    /** {@code .../activities/{resource}/date/{date}/{end}.json}. */
    Answer series(Request request, Caller caller) {
        return series(request, caller, "activities-");
    }

    /** {@code .../activities/tracker/{resource}/date/{date}/{end}.json}. */
    Answer trackerSeries(Request request, Caller caller) {
        return series(request, caller, "activities-tracker-");
    }

    /** {@code .../activities/heart/date/{date}/{end}.json}. */
    Answer heart(Request request, Caller caller) {
        Shown shown = Shown.of(people, caller, clock);
        DateRange range = DateRange.of(request, shown.today(), LONGEST_HEART_RANGE, switches);
        ObjectNode document = Json.object();
        ArrayNode days = document.putArray("activities-heart");
        range.dates()
                .forEach(date ->
                        days.add(HeartDays.nested(people, caller, date, range.textOf(date))));
        return Answer.json(200, document);
    }

    private Answer series(Request request, Caller caller, String prefix) {
        Optional<Resource> known = Resource.of(request.pathValue("resource"));
        if (known.isEmpty() || isRefused(known.get(), caller)) {
            return FitbitErrors.notFound();
        }
        Resource resource = known.get();
        requireLocation(resource, caller);
        Shown shown = Shown.of(people, caller, clock);
        int most =
                resource == Resource.ACTIVITY_CALORIES
                        ? LONGEST_ACTIVITY_CALORIES_RANGE
                        : LONGEST_RANGE;
        DateRange range = DateRange.of(request, shown.today(), most, switches);
        Units units = Units.of(request);
        ObjectNode document = Json.object();
        ArrayNode rows = document.putArray(prefix + resource.text());
        range.dates()
                .forEach(date ->
                        rows.addObject()
                                .put("dateTime", range.textOf(date))
                                .put("value", value(resource, shown, date, units)));
        return Answer.json(200, document);
    }

    /** Without an altimeter there may be no floors at all. */
    private boolean isRefused(Resource resource, Caller caller) {
        return (resource == Resource.FLOORS || resource == Resource.ELEVATION)
                && !caller.user().device().hasAltimeter()
                && switches.isOn(Switch.FLOORS_NOT_FOUND);
    }

    private void requireLocation(Resource resource, Caller caller) {
        if ((resource == Resource.DISTANCE || resource == Resource.ELEVATION)
                && switches.isOn(Switch.DISTANCE_NEEDS_LOCATION)) {
            gate.requireScope(caller, Scope.LOCATION);
        }
    }

    private static String value(Resource resource, Shown shown, LocalDate date, Units units) {
        return shown.sums(date)
                .map(sums -> resource.text(sums, shown.user().device(), units))
                .orElseGet(() -> unknown(resource, shown, date));
    }

    /** A body at rest needs energy on dates without a tracker, too. */
    private static String unknown(Resource resource, Shown shown, LocalDate date) {
        boolean isOfRest = resource == Resource.CALORIES || resource == Resource.CALORIES_BMR;
        return isOfRest && !date.isAfter(shown.today())
                ? Integer.toString(restKilocalories(shown, date))
                : "0";
    }

    static int restKilocalories(Shown shown, LocalDate date) {
        long minutes =
                Duration.between(
                                LocalTimes.first(date.atStartOfDay(), shown.user().zone()),
                                shown.now())
                        .toMinutes();
        return (int)
                Math.round(
                        Math.clamp(minutes, 0, 1440)
                                * shown.user().body().basalKilocalories()
                                / 1440.0);
    }
}
