package io.pulseline.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.fault.FitbitErrors;
import io.pulseline.simulator.fault.Switch;
import io.pulseline.simulator.fault.Switches;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.truth.HeartRateSample;
import io.pulseline.simulator.truth.People;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The four forms of intraday heart rate (fact sheet section 4.7). */
final class HeartRateIntraday {
    private final People people;
    private final InstantSource clock;
    private final Switches switches;

    HeartRateIntraday(People people, InstantSource clock, Switches switches) {
        this.people = people;
        this.clock = clock;
        this.switches = switches;
    }

    /** The grid asked for. */
    private enum Detail {
        SECOND("1sec", 1, "second", 1),
        MINUTE("1min", 60, "minute", 1),
        FIVE_MINUTES("5min", 300, "minute", 5),
        FIFTEEN_MINUTES("15min", 900, "minute", 15);

        private final String text;
        private final int seconds;
        private final String datasetType;
        private final int datasetInterval;

        Detail(String text, int seconds, String datasetType, int datasetInterval) {
            this.text = text;
            this.seconds = seconds;
            this.datasetType = datasetType;
            this.datasetInterval = datasetInterval;
        }

        static Detail of(String text) {
            for (Detail detail : values()) {
                if (detail.text.equals(text)) {
                    return detail;
                }
            }
            throw new Refused(
                    FitbitErrors.validation("detailLevel", "Invalid detail level: " + text));
        }
    }

    /** {@code .../date/{date}/{end}/{level}.json}, end being 1d or a date. */
    Answer wholeDay(Request request, Caller caller) {
        Window window =
                Window.read(request, caller.user(), zones(caller), clock.instant(), null, null);
        return answer(request, caller, window);
    }

    /** {@code .../date/{date}/{end}/{level}/time/{startTime}/{endTime}.json}. */
    Answer window(Request request, Caller caller) {
        Window window =
                Window.read(
                        request,
                        caller.user(),
                        zones(caller),
                        clock.instant(),
                        request.pathValue("startTime"),
                        request.pathValue("endTime"));
        return answer(request, caller, window);
    }

    private Function<LocalDate, ZoneId> zones(Caller caller) {
        return date -> people.zoneOn(caller.user().id(), date);
    }

    private Answer answer(Request request, Caller caller, Window window) {
        Detail detail = Detail.of(request.pathValue("level"));
        if (detail == Detail.SECOND && switches.isOn(Switch.WITHOUT_SECOND_DETAIL)) {
            throw new Refused(FitbitErrors.insufficientPermissions());
        }
        List<HeartRateSample> samples =
                people.heartRate(caller.user().id(), window.from(), window.to());
        ObjectNode document = Json.object();
        ArrayNode days = document.putArray("activities-heart");
        for (LocalDate day = window.startDate();
                !day.isAfter(window.endDate());
                day = day.plusDays(1)) {
            String shown = day.equals(window.startDate()) ? window.shownDate() : day.toString();
            days.add(
                    window.isWholeDay()
                            ? HeartDays.nested(people, caller, day, shown)
                            : HeartDays.flat(people, caller, day, shown, samples));
        }
        if (switches.isOn(Switch.WITHOUT_INTRADAY_RIGHT)) {
            return Answer.json(200, document);
        }
        ObjectNode intraday = document.putObject("activities-heart-intraday");
        ArrayNode rows = dataset(samples, window, detail);
        intraday.set(
                "dataset",
                switches.isOn(Switch.DOUBLED_HOUR_MERGED) ? Rows.merged(rows, false) : rows);
        intraday.put("datasetInterval", detail.datasetInterval)
                .put("datasetType", detail.datasetType);
        return Answer.json(200, document);
    }

    private static ArrayNode dataset(List<HeartRateSample> samples, Window window, Detail detail) {
        ArrayNode rows = Json.array();
        if (detail == Detail.SECOND) {
            samples.forEach(sample -> addRow(rows, sample.at(), sample.beatsPerMinute(), window));
            return rows;
        }
        samples.stream()
                .collect(
                        Collectors.groupingBy(
                                sample ->
                                        Math.floorDiv(sample.at().getEpochSecond(), detail.seconds),
                                TreeMap::new,
                                Collectors.averagingInt(HeartRateSample::beatsPerMinute)))
                .forEach((slot, mean) ->
                        addRow(
                                rows,
                                Instant.ofEpochSecond(slot * detail.seconds),
                                (int) Math.round(mean),
                                window));
        return rows;
    }

    private static void addRow(ArrayNode rows, Instant at, int rate, Window window) {
        rows.addObject()
                .put("time", LocalTimes.TIME.format(at.atZone(window.zone())))
                .put("value", rate);
    }
}
