package io.pulseline.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.fault.FitbitErrors;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.truth.HeartRateSample;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.simulator.truth.ZoneMinutes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The four forms of intraday heart rate (fact sheet section 4.7). */
final class HeartRateIntraday {
    private final People people;
    private final InstantSource clock;

    HeartRateIntraday(People people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
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
        Window window = Window.read(request, caller.user(), clock.instant(), null, null);
        return answer(request, caller.user(), window);
    }

    /** {@code .../date/{date}/{end}/{level}/time/{startTime}/{endTime}.json}. */
    Answer window(Request request, Caller caller) {
        Window window =
                Window.read(
                        request,
                        caller.user(),
                        clock.instant(),
                        request.pathValue("startTime"),
                        request.pathValue("endTime"));
        return answer(request, caller.user(), window);
    }

    private Answer answer(Request request, SimulatedUser user, Window window) {
        Detail detail = Detail.of(request.pathValue("level"));
        List<HeartRateSample> samples = people.heartRate(user.id(), window.from(), window.to());
        ObjectNode document = Json.object();
        ArrayNode days = document.putArray("activities-heart");
        for (LocalDate day = window.startDate();
                !day.isAfter(window.endDate());
                day = day.plusDays(1)) {
            String shown = day.equals(window.startDate()) ? window.shownDate() : day.toString();
            ArrayNode zones = zones(user, window, day);
            days.add(
                    window.isWholeDay() ? nested(user, shown, zones) : flat(shown, zones, samples));
        }
        ObjectNode intraday = document.putObject("activities-heart-intraday");
        intraday.set("dataset", dataset(samples, window, detail));
        intraday.put("datasetInterval", detail.datasetInterval)
                .put("datasetType", detail.datasetType);
        return Answer.json(200, document);
    }

    private ArrayNode zones(SimulatedUser user, Window window, LocalDate day) {
        Instant from = LocalTimes.first(day.atStartOfDay(), window.zone());
        Instant to = LocalTimes.first(day.plusDays(1).atStartOfDay(), window.zone());
        int maximum = user.body().maximumHeartRate();
        ZoneMinutes minutes = ZoneMinutes.of(people.heartRate(user.id(), from, to), maximum);
        // A day on which nothing was worn has zones without minutes.
        return ZoneDocuments.zones(minutes, maximum, minutes.total() > 0);
    }

    private static ObjectNode nested(SimulatedUser user, String shown, ArrayNode zones) {
        ObjectNode day = Json.object().put("dateTime", shown);
        ObjectNode value = day.putObject("value");
        value.putArray("customHeartRateZones");
        value.set("heartRateZones", zones);
        value.put("restingHeartRate", user.body().restingHeartRate());
        return day;
    }

    private static ObjectNode flat(String shown, ArrayNode zones, List<HeartRateSample> samples) {
        ObjectNode day = Json.object();
        day.putArray("customHeartRateZones");
        day.put("dateTime", shown);
        day.set("heartRateZones", zones);
        double mean =
                samples.stream().mapToInt(HeartRateSample::beatsPerMinute).average().orElse(0);
        return day.put("value", String.format(Locale.ROOT, "%.1f", mean));
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
