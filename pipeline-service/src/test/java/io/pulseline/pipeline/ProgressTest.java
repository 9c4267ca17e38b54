package io.pulseline.pipeline;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Track;
import io.pulseline.pipeline.booster.Outing;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the history of one user stands; all that a test brought is taken back after it. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class ProgressTest {
    private static final ZoneOffset THERE = ZoneOffset.ofHours(1);

    private final Street cora = Street.cora();
    private final Street ben = Street.ben();
    private final List<Activity> brought = new ArrayList<>();

    /** Of the date it is now where the runs of this test are. */
    private final Instant noon =
            Instant.now().atOffset(THERE).toLocalDate().atTime(12, 0).toInstant(THERE);

    @AfterEach
    void takeAllBack() {
        for (Activity one : brought) {
            Activity gone = Activities.renamed(one, "Gone");
            gone.setRevision(one.getRevision() + 1024 * 1024);
            gone.setDeleted(true);
            cora.publish(Activities.hashed(gone));
        }
        awaitKept(0);
        cora.close();
        ben.close();
    }

    /** A run that ended at noon so many days ago. */
    private Activity daysAgo(int days) {
        Instant end = noon.minus(Duration.ofDays(days));
        return Activities.run(cora.user(), UUID.randomUUID().toString(), end);
    }

    private Activity brings(Activity activity) {
        brought.add(activity);
        cora.publish(Activities.hashed(activity));
        return activity;
    }

    private void awaitKept(int activities) {
        await().atMost(Street.LIMIT)
                .until(() -> {
                    JsonPath basis = progress("records").extract().jsonPath();
                    return basis.getInt("basis.workouts") + basis.getInt("basis.leftOut")
                            == activities;
                });
    }

    private ValidatableResponse progress(String question) {
        return cora.asks().get("/api/progress/" + question).then().statusCode(200);
    }

    private ValidatableResponse corrected(Activity activity, String json) {
        return cora.asks()
                .body(json)
                .put("/api/activities/" + activity.getRecordId() + "/correction")
                .then()
                .statusCode(200);
    }

    private static Activity tracked(Activity activity, double metresPerSecond) {
        Track track = new Outing("RUN").goes(400, metresPerSecond).activity().getTrack();
        track.setStartEpochMillis(activity.getStartEpochMillis());
        activity.setTrack(track);
        activity.setDistanceMetres(400 * metresPerSecond);
        return activity;
    }

    @Test
    void recordsNameWhoHoldsThemAndWhoHeldThemBefore() {
        Activity slow = brings(tracked(daysAgo(9), 3));
        Activity fast = brings(tracked(daysAgo(8), 4));
        Activity slower = brings(tracked(daysAgo(7), 2));
        awaitKept(3);

        progress("records?group=RUNS")
                .body("records.group", contains("RUNS"))
                .body("records[0].efforts[0].distanceMetres", equalTo(100))
                .body("records[0].efforts[0].distance", equalTo("100 m"))
                .body("records[0].efforts[0].seconds", equalTo(25.0f))
                .body("records[0].efforts[0].recordId", equalTo(fast.getRecordId()))
                .body("records[0].efforts[0].previousSeconds", equalTo(33.333f))
                .body("records[0].efforts[0].previousRecordId", equalTo(slow.getRecordId()))
                .body("records[0].longest.distanceMetres", equalTo(1600.0f))
                .body("records[0].longest.date", equalTo(date(8)))
                .body("records[0].mostClimbing", nullValue())
                .body("basis.workouts", equalTo(3));

        // Better than it was, without its track's times.
        corrected(slower, "{\"distanceMetres\": 2000}");
        corrected(fast, "{\"bestEfforts\": false}");
        progress("records")
                .body("records[0].efforts[0].recordId", equalTo(slow.getRecordId()))
                .body("records[0].longest.recordId", equalTo(slower.getRecordId()))
                .body("records[0].longest.previousRecordId", equalTo(fast.getRecordId()));
        progress("records?group=RIDES").body("records", empty());
    }

    @Test
    void aCorrectedTypeGetsTheBestEffortsOfThatType() {
        Activity workout = tracked(daysAgo(9), 4);
        workout.setActivityType("WORKOUT");
        var _ = brings(workout);
        awaitKept(1);
        progress("records").body("records", empty());

        corrected(workout, "{\"activityType\": \"RUN\"}");

        progress("records")
                .body("records[0].group", equalTo("RUNS"))
                .body("records[0].efforts[0].seconds", equalTo(25.0f));
    }

    @Test
    void aDeletedActivityGivesItsRecordBack() {
        Activity first = brings(tracked(daysAgo(9), 3));
        Activity best = brings(tracked(daysAgo(8), 4));
        awaitKept(2);
        progress("records").body("records[0].longest.recordId", equalTo(best.getRecordId()));

        Activity gone = Activities.renamed(best, "Gone");
        gone.setDeleted(true);
        cora.publish(Activities.hashed(gone));

        awaitKept(1);
        progress("records")
                .body("records[0].longest.recordId", equalTo(first.getRecordId()))
                .body("records[0].longest.previousDistanceMetres", nullValue())
                .body("records[0].efforts[0].recordId", equalTo(first.getRecordId()));
    }

    @Test
    void aStreakGoesOnUntilADayHasPassed() {
        List.of(1, 2, 3, 6, 7, 8, 9).forEach(days -> brings(daysAgo(days)));
        awaitKept(7);

        progress("streak")
                .body("streak.current.days", equalTo(3))
                .body("streak.current.first", equalTo(date(3)))
                .body("streak.current.last", equalTo(date(1)))
                .body("streak.longest.days", equalTo(4))
                .body("streak.longest.first", equalTo(date(9)))
                .body("streak.longest.last", equalTo(date(6)))
                .body("streak.lookBackDays", equalTo(400))
                .body("basis.offsetSeconds", equalTo(3600));
        progress("streak?restDaysPerWeek=6").body("streak.current.days", equalTo(9));
        progress("streak?minimumDurationMinutes=33").body("streak.current", nullValue());
        progress("streak?activityTypes=RIDE&activityTypes=WALK")
                .body("streak.longest", nullValue());
    }

    @Test
    void lifetimeDistancesBeginWhereTheUsersPipelinesSay() {
        var _ =
                HistoryPipeline.of(
                        cora,
                        """
                        {"id": "distance-milestones", "configuration":
                         {"sport": "running", "startKilometres": 95}}\
                        """);
        var _ = brings(daysAgo(9));
        awaitKept(1);

        progress("distance")
                .body("sports.sport", contains("any", "running", "cycling", "swimming", "walking"))
                .body("sports[0].metres", equalTo(5123.4f))
                .body("sports[0].lastMilestoneKilometres", nullValue())
                .body("sports[0].nextMilestoneKilometres", equalTo(100.0f))
                .body("sports[1].startKilometres", equalTo(95.0f))
                .body("sports[1].totalKilometres", equalTo(100.1234f))
                .body("sports[1].lastMilestoneKilometres", equalTo(100.0f))
                .body("sports[1].nextMilestoneKilometres", equalTo(250.0f))
                .body("sports[2].workouts", equalTo(0));
    }

    @Test
    void goalsAndCountersGoByWhatTheirPipelineCalledTheWorkouts() {
        HistoryPipeline pipeline =
                HistoryPipeline.of(
                        cora,
                        """
                        {"id": "auto-increment", "configuration":
                         {"rules": [{"contains": "Morning run", "startAt": 41}]}},
                        {"id": "type-mapper", "configuration": {"rules": [
                         {"field": "title", "match": "contains", "value": "morning",
                          "type": "HIKE"}]}},
                        {"id": "goals", "configuration": {"period": "year",
                         "metric": "activities", "target": 4, "activityTypes": ["HIKE"]}}\
                        """);
        Activity run = daysAgo(0);
        run.setStartEpochMillis(Instant.now().minus(Duration.ofMinutes(40)).toEpochMilli());
        var _ = brings(run);
        var _ = cora.awaitStatus(pipeline.runOf(run), "SYNCED");

        progress("counters")
                .body("counters.pipeline", contains("Looking back"))
                .body("counters.standing.contains", contains("Morning run"))
                .body("counters.standing.next", contains(42));
        progress("goals")
                .body("goals.standing.label", contains("Yearly goal"))
                .body("goals.standing.sum", contains(1.0f))
                .body("goals.standing.target", contains(4.0f))
                .body("goals.standing.percent", contains(25.0f))
                .body("goals.standing.unit", contains("activities"));
        corrected(run, "{\"counts\": false}");
        progress("counters").body("counters.standing.next", contains(41));
        progress("goals").body("goals.standing.sum", contains(0.0f));
    }

    @Test
    void whatDoesNotCountIsNamed() {
        Activity watch = brings(daysAgo(9));
        Activity phone = daysAgo(9);
        phone.getProvenance().setProvider("GOOGLE_HEALTH");
        phone.setDistanceMetres(null);
        var _ = brings(phone);
        Activity leftOut = brings(daysAgo(8));
        awaitKept(3);
        corrected(leftOut, "{\"counts\": false}");

        progress("streak")
                .body("basis.workouts", equalTo(1))
                .body("basis.leftOut", equalTo(2))
                .body(
                        "basis.latestLeftOut.recordId",
                        contains(leftOut.getRecordId(), phone.getRecordId()))
                .body("basis.latestLeftOut.countedInstead", contains(null, watch.getRecordId()));
        ben.asks().get("/api/progress/streak").then().body("basis.latestLeftOut.recordId", empty());
    }

    @Test
    void strangeParametersAreNamed() {
        refused("records?group=SWIMS&year=2026", "group", "year");
        refused(
                "streak?minimumDurationMinutes=short&restDaysPerWeek=7&activityTypes=FLYING",
                "minimumDurationMinutes",
                "restDaysPerWeek",
                "activityTypes");
        refused("distance?sport=running", "sport");
        refused("goals?period=week", "period");
        refused("counters?from=1", "from");
    }

    private void refused(String question, String... fields) {
        cora.asks()
                .get("/api/progress/" + question)
                .then()
                .statusCode(400)
                .body("errors.field.unique()", containsInAnyOrder(fields));
    }

    private String date(int daysAgo) {
        return noon.minus(Duration.ofDays(daysAgo)).toString().substring(0, "2026-01-01".length());
    }
}
