package io.pulseline.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.fault.Switch;
import io.pulseline.simulator.fault.Switches;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.truth.HeartRateSample;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.Zone;
import io.pulseline.simulator.truth.ZoneMinutes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Active zone minutes by the date and by the minute (fact sheet section 4.14). */
final class ZoneMinutesSeries {
    private static final int LONGEST_RANGE = 1095;

    private final People people;
    private final InstantSource clock;
    private final Switches switches;
    private final Gate gate;

    ZoneMinutesSeries(People people, InstantSource clock, Switches switches, Gate gate) {
        this.people = people;
        this.clock = clock;
        this.switches = switches;
        this.gate = gate;
    }

    /** {@code .../date/{date}/{end}.json}: dates without any are left out. */
    Answer series(Request request, Caller caller) {
        requireHeartRate(caller);
        Shown shown = Shown.of(people, caller, clock);
        DateRange range = DateRange.of(request, shown.today(), LONGEST_RANGE, switches);
        ObjectNode document = Json.object();
        ArrayNode days = document.putArray("activities-active-zone-minutes");
        range.dates()
                .forEach(date ->
                        shown.sums(date)
                                .filter(sums -> sums.zones().weighted() > 0)
                                .ifPresent(sums -> {
                                    ObjectNode day = days.addObject();
                                    day.set("value", value(sums.zones()));
                                    day.put("dateTime", range.textOf(date));
                                }));
        return Answer.json(200, document);
    }

    /** {@code .../date/{date}/{end}/1min.json}: minutes without any are left out. */
    Answer byTheMinute(Request request, Caller caller) {
        requireHeartRate(caller);
        Shown shown = Shown.of(people, caller, clock);
        Window window =
                Window.read(
                        request,
                        caller.user(),
                        date -> people.zoneOn(caller.user().id(), date),
                        shown.now(),
                        null,
                        null);
        LocalDate date = window.startDate();
        ObjectNode document = Json.object();
        ObjectNode day = document.putArray("activities-active-zone-minutes-intraday").addObject();
        day.put("dateTime", window.shownDate());
        ArrayNode minutes = day.putArray("minutes");
        int maximum = caller.user().body().maximumHeartRate();
        people.heartRate(caller.user().id(), window.from(), window.to()).stream()
                .collect(
                        Collectors.groupingBy(
                                sample -> sample.at().truncatedTo(ChronoUnit.MINUTES),
                                TreeMap::new,
                                Collectors.toList()))
                .forEach((at, samples) ->
                        add(
                                minutes,
                                people.zoneOn(caller.user().id(), date),
                                at,
                                samples,
                                maximum));
        return Answer.json(200, document);
    }

    private static void add(
            ArrayNode minutes,
            ZoneId zone,
            Instant at,
            List<HeartRateSample> samples,
            int maximum) {
        ZoneMinutes one = ZoneMinutes.of(samples, maximum);
        if (one.weighted() > 0) {
            ZonedDateTime local = at.atZone(zone);
            minutes.addObject()
                    .put("minute", LocalTimes.TO_THE_SECOND.format(local))
                    .set("value", value(one));
        }
    }

    private static ObjectNode value(ZoneMinutes minutes) {
        ObjectNode value = Json.object().put("activeZoneMinutes", minutes.weighted());
        putIfAny(value, "fatBurnActiveZoneMinutes", minutes.weighted(Zone.FAT_BURN));
        putIfAny(value, "cardioActiveZoneMinutes", minutes.weighted(Zone.CARDIO));
        putIfAny(value, "peakActiveZoneMinutes", minutes.weighted(Zone.PEAK));
        return value;
    }

    private static void putIfAny(ObjectNode value, String name, int minutes) {
        if (minutes > 0) {
            value.put(name, minutes);
        }
    }

    private void requireHeartRate(Caller caller) {
        if (switches.isOn(Switch.ZONE_MINUTES_NEED_HEARTRATE)) {
            gate.requireScope(caller, Scope.HEARTRATE);
        }
    }
}
