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
import io.pulseline.simulator.truth.Body;
import io.pulseline.simulator.truth.DaySums;
import io.pulseline.simulator.truth.LifeDay;
import io.pulseline.simulator.truth.LifeDay.Minute;
import io.pulseline.simulator.truth.People;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Steps and the like by the minute (fact sheet section 4.5): a whole grid, filled with zeros. */
final class ActivityIntraday {
    private static final Map<String, Integer> LEVELS = Map.of("1min", 1, "5min", 5, "15min", 15);
    private static final Minute NOTHING = new Minute(0, 0, LifeDay.Effort.STILL, 10);

    private final People people;
    private final InstantSource clock;
    private final Switches switches;

    ActivityIntraday(People people, InstantSource clock, Switches switches) {
        this.people = people;
        this.clock = clock;
        this.switches = switches;
    }

    /** A minute of the window. */
    private record Cell(Instant at, Minute minute) {}

    /** {@code .../activities/{resource}/date/{date}/{end}/{level}.json}. */
    Answer wholeDay(Request request, Caller caller) {
        return answer(request, caller, null, null);
    }

    /** {@code .../activities/{resource}/date/{date}/{end}/{level}/time/{start}/{end}.json}. */
    Answer window(Request request, Caller caller) {
        return answer(
                request, caller, request.pathValue("startTime"), request.pathValue("endTime"));
    }

    private Answer answer(
            Request request, Caller caller, @Nullable String start, @Nullable String end) {
        Optional<Resource> resource = Resource.of(request.pathValue("resource"));
        Integer level = LEVELS.get(request.pathValue("level"));
        if (resource.isEmpty() || !isByTheMinute(resource.get())) {
            return FitbitErrors.notFound();
        }
        if (level == null) {
            throw new Refused(
                    FitbitErrors.validation(
                            "detailLevel", "Invalid detail level: " + request.pathValue("level")));
        }
        Shown shown = Shown.of(people, caller, clock);
        Window window =
                Window.read(
                        request,
                        caller.user(),
                        date -> people.zoneOn(caller.user().id(), date),
                        shown.now(),
                        start,
                        end);
        List<Cell> cells = cells(shown, window);
        Scale scale = new Scale(resource.get(), shown.user().body(), Units.of(request));
        String key = "activities-" + resource.get().text();
        ObjectNode document = Json.object();
        document.putArray(key)
                .addObject()
                .put("dateTime", window.shownDate())
                .put("value", Resource.plain(scale.sum(cells)));
        if (!switches.isOn(Switch.WITHOUT_INTRADAY_RIGHT)) {
            ArrayNode rows = rows(cells, window, level, scale);
            ObjectNode intraday = document.putObject(key + "-intraday");
            intraday.set(
                    "dataset",
                    switches.isOn(Switch.DOUBLED_HOUR_MERGED) ? Rows.merged(rows, true) : rows);
            intraday.put("datasetInterval", level).put("datasetType", "minute");
        }
        return Answer.json(200, document);
    }

    private static boolean isByTheMinute(Resource resource) {
        return switch (resource) {
            case CALORIES, STEPS, DISTANCE, FLOORS, ELEVATION -> true;
            case CALORIES_BMR,
                    ACTIVITY_CALORIES,
                    MINUTES_SEDENTARY,
                    MINUTES_LIGHTLY_ACTIVE,
                    MINUTES_FAIRLY_ACTIVE,
                    MINUTES_VERY_ACTIVE ->
                    false;
        };
    }

    private List<Cell> cells(Shown shown, Window window) {
        Instant end =
                switches.isOn(Switch.GRID_UNTIL_NOW) && shown.now().isBefore(window.to())
                        ? shown.now()
                        : window.to();
        List<Cell> cells = new ArrayList<>();
        for (LocalDate date = window.startDate().minusDays(1);
                !date.isAfter(window.endDate().plusDays(1));
                date = date.plusDays(1)) {
            addCells(shown, date, window.from(), end, cells);
        }
        return cells;
    }

    /** Adds the minutes of a date that lie in {@code [from, to)}, told or not. */
    private void addCells(Shown shown, LocalDate date, Instant from, Instant to, List<Cell> cells) {
        Instant start =
                LocalTimes.first(date.atStartOfDay(), people.zoneOn(shown.user().id(), date));
        Instant end =
                LocalTimes.first(
                        date.plusDays(1).atStartOfDay(), people.zoneOn(shown.user().id(), date));
        if (!start.isBefore(to) || !end.isAfter(from)) {
            return;
        }
        LifeDay day =
                shown.life() != null && shown.life().isShownOn(date, shown.now())
                        ? shown.life().day(date)
                        : null;
        int told =
                shown.life() == null || day == null
                        ? 0
                        : day.minutesUntil(shown.life().toldUntil(date, shown.now()));
        int index = 0;
        for (Instant at = start; at.isBefore(end); at = at.plusSeconds(60)) {
            if (!at.isBefore(from) && at.isBefore(to)) {
                cells.add(new Cell(at, day != null && index < told ? day.minute(index) : NOTHING));
            }
            index++;
        }
    }

    private static ArrayNode rows(List<Cell> cells, Window window, int level, Scale scale) {
        ArrayNode rows = Json.array();
        for (int first = 0; first < cells.size(); first += level) {
            List<Cell> some = cells.subList(first, Math.min(cells.size(), first + level));
            ObjectNode row = rows.addObject();
            if (scale.resource() == Resource.CALORIES) {
                Minute minute = some.getFirst().minute();
                row.put("level", levelOf(minute)).put("mets", minute.tenthsOfMet());
            }
            row.put("time", LocalTimes.TIME.format(some.getFirst().at().atZone(window.zone())));
            double value = scale.sum(some);
            if (scale.resource() == Resource.STEPS || scale.resource() == Resource.FLOORS) {
                row.put("value", (int) value);
            } else {
                row.put("value", value);
            }
        }
        return rows;
    }

    private static int levelOf(Minute minute) {
        return switch (minute.effort()) {
            case IN_BED, STILL -> 0;
            case LIGHT -> 1;
            case FAIR -> 2;
            case VERY -> 3;
        };
    }

    /** Measures minutes. */
    private record Scale(Resource resource, Body body, Units units) {
        double sum(List<Cell> cells) {
            double sum = 0;
            for (Cell cell : cells) {
                sum += of(cell.minute());
            }
            return Math.round(sum * 1e5) / 1e5;
        }

        private double of(Minute minute) {
            return switch (resource) {
                case STEPS -> minute.steps();
                case FLOORS -> minute.floors();
                case DISTANCE -> units.distance(minute.steps() * body.strideMetres());
                case ELEVATION -> units.elevation(minute.floors() * DaySums.METRES_PER_FLOOR);
                default -> minute.tenthsOfMet() * body.basalKilocalories() / 14_400.0;
            };
        }
    }
}
