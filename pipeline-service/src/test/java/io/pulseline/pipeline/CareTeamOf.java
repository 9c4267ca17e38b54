package io.pulseline.pipeline;

import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.ContentHash;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.Acquisition;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.Revision;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.testing.Infrastructure;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;

/** A user who shares with {@code carla}, and days of theirs. */
public final class CareTeamOf implements AutoCloseable {
    private final Street user;
    private final Street carla = Street.of("carla", "cares");
    private final DataSource database;

    public CareTeamOf(Street user, DataSource database) {
        this.user = user;
        this.database = database;
    }

    public Street user() {
        return user;
    }

    public Street carla() {
        return carla;
    }

    /** The code that carla hands out. */
    public String code() {
        return carla.asks().post("/api/care/code").then().statusCode(200).extract().path("code");
    }

    /** The user shares, as {@code Room 4}. */
    public JsonPath shared(LocalDate until) {
        return user.asks()
                .body(Map.of("with", code(), "until", until.toString(), "label", "Room 4"))
                .post("/api/me/shares")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /**
     * 9,342 steps, a resting heart rate of 57, and 402 minutes asleep; waits until they are kept.
     */
    public void day(LocalDate date) {
        dayWithoutNight(date);
        publish(Topics.HEALTH_SLEEP, Sleep.class, night(date));
        awaitKept("sleep", date);
    }

    /** The same, of somebody who does not wear it at night. */
    public void dayWithoutNight(LocalDate date) {
        publish(Topics.HEALTH_DAILY_SUMMARIES, DailySummary.class, summary(date));
        awaitKept("daily-summary", date);
    }

    private void awaitKept(String type, LocalDate date) {
        String question = "/api/records?type=%s&from=%s&to=%s".formatted(type, date, date);
        await().atMost(Street.LIMIT)
                .until(() -> !user.asks().get(question).jsonPath().getList("records").isEmpty());
    }

    private <T extends org.apache.avro.specific.SpecificRecord> void publish(
            String topic, Class<T> type, T told) {
        try (AvroCodec<T> codec =
                new AvroCodec<>(Infrastructure.shared().registryUrl(), topic, type)) {
            user.kafka().produce(topic, user.user().toString(), codec.encode(told), Map.of());
        }
    }

    private DailySummary summary(LocalDate date) {
        DailySummary day = new DailySummary();
        day.setRecordId(
                Ids.record(user.user(), RecordType.DAILY_SUMMARY, date.toString()).toString());
        day.setUser(user.user().toString());
        day.setRevision(Revision.of(System.currentTimeMillis(), 1));
        day.setAcquisition(Acquisition.BACKFILL);
        day.setProvenance(provenance());
        day.setLocalDate(date.toString());
        day.setSteps(9342);
        day.setDistanceMetres(6812.5);
        day.setRestingHeartRateBeatsPerMinute(57.0);
        day.setContentHash(ContentHash.of(day));
        return day;
    }

    private Sleep night(LocalDate date) {
        long end = date.atTime(6, 30).toInstant(ZoneOffset.UTC).toEpochMilli();
        Sleep night = new Sleep();
        night.setThingKey("FITBIT:" + date);
        night.setRecordId(
                Ids.record(user.user(), RecordType.SLEEP, night.getThingKey()).toString());
        night.setUser(user.user().toString());
        night.setRevision(Revision.of(System.currentTimeMillis(), 1));
        night.setAcquisition(Acquisition.BACKFILL);
        night.setProvenance(provenance());
        night.setLocalDate(date.toString());
        night.setStartEpochMillis(end - 8L * 3600 * 1000);
        night.setStartOffsetSeconds(0);
        night.setEndEpochMillis(end);
        night.setEndOffsetSeconds(0);
        night.setDurationMilliseconds(8L * 3600 * 1000);
        night.setAsleepMinutes(402);
        night.setMainSleep(true);
        night.setContentHash(ContentHash.of(night));
        return night;
    }

    private static Provenance provenance() {
        return new Provenance(
                "FITBIT", null, "p1", 1, System.currentTimeMillis(), "SENSED", null, null, null);
    }

    /** Runs a statement on the service's database. */
    public void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Forgets the user's shares. */
    @Override
    public void close() throws SQLException {
        run("delete from share where user_id = '%s'".formatted(user.user()));
        user.close();
        carla.close();
    }
}
