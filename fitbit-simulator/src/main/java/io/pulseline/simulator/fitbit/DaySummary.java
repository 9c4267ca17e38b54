package io.pulseline.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.truth.DaySums;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.SimulatedActivity;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** {@code GET /1/user/-/activities/date/{date}.json} (fact sheet section 4.3). */
final class DaySummary {
    private static final int DAYS_WITH_GOALS = 21;
    private static final DateTimeFormatter HOUR_AND_MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private final People people;
    private final InstantSource clock;

    DaySummary(People people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    Answer answer(Request request, Caller caller) {
        Shown shown = Shown.of(people, caller, clock);
        LocalDate date = DateRange.one(request, shown.today()).from();
        Units units = Units.of(request);
        List<SimulatedActivity> activities =
                people.activities(caller.user().id()).stream()
                        .filter(one -> one.localStart().toLocalDate().equals(date))
                        .toList();
        ObjectNode document = Json.object();
        ArrayNode logs = document.putArray("activities");
        activities.forEach(activity -> logs.add(log(activity, units)));
        boolean hasGoals =
                !date.isAfter(shown.today())
                        && !date.isBefore(shown.today().minusDays(DAYS_WITH_GOALS));
        if (hasGoals) {
            document.set("goals", goals(shown));
        }
        DaySums sums = shown.sums(date).orElse(null);
        ObjectNode summary =
                sums == null ? nothing(shown, date) : summary(shown, sums, activities, units);
        if (sums != null && caller.may(Scope.HEARTRATE)) {
            addHeart(summary, shown, sums);
        }
        document.set("summary", summary);
        return Answer.json(200, document);
    }

    private static ObjectNode log(SimulatedActivity activity, Units units) {
        ZonedDateTime start = activity.localStart();
        ObjectNode log =
                Json.object()
                        .put("activityId", TypeIds.of(activity))
                        .put("activityParentId", TypeIds.of(activity))
                        .put("activityParentName", activity.plan().kind().title())
                        .put("calories", activity.energyKilocalories())
                        .put("description", "");
        if (activity.distanceMetres() != null) {
            log.put("distance", units.distance(activity.distanceMetres()));
        }
        log.put("duration", activity.elapsed().toMillis())
                .put("hasActiveZoneMinutes", !activity.heartRate().isEmpty())
                .put("hasStartTime", true)
                .put("isFavorite", false)
                .put("lastModified", LocalTimes.utc(activity.lastModified()))
                .put("logId", activity.logId())
                .put("name", activity.name())
                .put("startDate", start.toLocalDate().toString())
                .put("startTime", HOUR_AND_MINUTE.format(start));
        if (activity.steps() != null) {
            log.put("steps", activity.steps());
        }
        return log;
    }

    private static ObjectNode goals(Shown shown) {
        ObjectNode goals =
                Json.object()
                        .put("activeMinutes", 30)
                        .put("caloriesOut", 2675)
                        .put("distance", 8.05);
        if (shown.user().device().hasAltimeter()) {
            goals.put("floors", 10);
        }
        return goals.put("steps", 10_000);
    }

    private static ObjectNode nothing(Shown shown, LocalDate date) {
        int rest = DailySeries.restKilocalories(shown, date);
        ObjectNode summary =
                Json.object()
                        .put("activeScore", -1)
                        .put("activityCalories", 0)
                        .put("caloriesBMR", rest)
                        .put("caloriesOut", rest);
        ArrayNode distances = summary.putArray("distances");
        addDistance(distances, "total", 0);
        addDistance(distances, "tracker", 0);
        return summary.put("fairlyActiveMinutes", 0)
                .put("lightlyActiveMinutes", 0)
                .put("marginalCalories", 0)
                .put("sedentaryMinutes", 0)
                .put("steps", 0)
                .put("veryActiveMinutes", 0);
    }

    private static ObjectNode summary(
            Shown shown, DaySums sums, List<SimulatedActivity> activities, Units units) {
        ObjectNode summary =
                Json.object()
                        .put("activeScore", -1)
                        .put("activityCalories", sums.activityKilocalories())
                        .put("caloriesBMR", sums.basalKilocalories())
                        .put("caloriesOut", sums.energyKilocalories());
        summary.set("distances", distances(sums, activities, units));
        if (shown.user().device().hasAltimeter()) {
            summary.put("elevation", units.elevation(sums.elevationMetres()))
                    .put("floors", sums.floors());
        }
        return summary.put("fairlyActiveMinutes", sums.fairMinutes())
                .put("lightlyActiveMinutes", sums.lightMinutes())
                .put("marginalCalories", sums.activityKilocalories() / 2)
                .put("sedentaryMinutes", sums.stillMinutes())
                .put("steps", sums.steps())
                .put("veryActiveMinutes", sums.veryMinutes());
    }

    private static ArrayNode distances(
            DaySums sums, List<SimulatedActivity> activities, Units units) {
        ArrayNode distances = Json.array();
        double logged = 0;
        for (SimulatedActivity activity : activities) {
            Double metres = activity.distanceMetres();
            if (metres != null) {
                addDistance(distances, activity.name(), units.distance(metres));
                logged += metres;
            }
        }
        double total = units.distance(sums.distanceMetres());
        addDistance(distances, "total", total);
        addDistance(distances, "tracker", total);
        addDistance(distances, "loggedActivities", units.distance(logged));
        // How the way splits up by effort is a guess, as Fitbit's is.
        addDistance(distances, "veryActive", units.distance(sums.distanceMetres() * 0.5));
        addDistance(distances, "moderatelyActive", units.distance(sums.distanceMetres() * 0.1));
        addDistance(distances, "lightlyActive", units.distance(sums.distanceMetres() * 0.4));
        addDistance(distances, "sedentaryActive", 0);
        return distances;
    }

    private static void addDistance(ArrayNode distances, String name, double distance) {
        distances.addObject().put("activity", name).put("distance", distance);
    }

    private static void addHeart(ObjectNode summary, Shown shown, DaySums sums) {
        if (sums.zones().total() > 0) {
            summary.set(
                    "heartRateZones",
                    ZoneDocuments.zones(
                            sums.zones(), shown.user().body().maximumHeartRate(), true));
        }
        Integer resting = shown.restingHeartRate(sums.date());
        if (resting != null) {
            summary.put("restingHeartRate", resting);
        }
    }
}
