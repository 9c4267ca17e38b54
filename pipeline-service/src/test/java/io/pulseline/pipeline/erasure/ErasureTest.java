package io.pulseline.pipeline.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.pulseline.contracts.Revision;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.source.UserErased;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.pipeline.Activities;
import io.pulseline.pipeline.Household;
import io.pulseline.pipeline.MetricDays;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.pulseline.testing.Infrastructure;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two users with something in every table, of whom one wants to be forgotten. */
@QuarkusTest
@Tag("containers")
@WithTestResource(
        value = ServiceSettings.class,
        initArgs = {
            @ResourceArg(name = "quarkus.security.users.embedded.users.enno", value = "forget"),
            @ResourceArg(name = "quarkus.security.users.embedded.roles.enno", value = "user"),
            @ResourceArg(name = "quarkus.security.users.embedded.users.erika", value = "forget"),
            @ResourceArg(name = "quarkus.security.users.embedded.roles.erika", value = "user"),
            @ResourceArg(name = "quarkus.security.users.embedded.users.emil", value = "forget"),
            @ResourceArg(name = "quarkus.security.users.embedded.roles.emil", value = "user"),
            @ResourceArg(name = "quarkus.security.users.embedded.users.ella", value = "forget"),
            @ResourceArg(name = "quarkus.security.users.embedded.roles.ella", value = "user"),
            @ResourceArg(name = "quarkus.security.users.embedded.users.stays", value = "stay"),
            @ResourceArg(name = "quarkus.security.users.embedded.roles.stays", value = "user"),
            @ResourceArg(name = "pulseline.archive.root", value = ErasureTest.ARCHIVE),
            @ResourceArg(name = "pulseline.erasure.batch", value = "2"),
            @ResourceArg(name = "pulseline.erasure.settle", value = "200ms")
        })
class ErasureTest {
    static final String ARCHIVE = "target/erased-archives";

    @Inject DataSource database;
    @Inject MeterRegistry metrics;

    private final Street stays = Street.of("stays", "stay");

    @AfterEach
    void tidy() {
        stays.close();
    }

    private static JsonPath asks(Street user) {
        return user.asks()
                .post("/api/me/erasure")
                .then()
                .statusCode(202)
                .body("confirmUntil", notNullValue())
                .body("daysUntilDone", equalTo(30))
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse confirms(Street user, JsonPath asked, String word) {
        return user.asks()
                .body("{\"confirmation\": \"" + word + "\"}")
                .post("/api/me/erasure/" + asked.getString("erasureId") + "/confirmation")
                .then();
    }

    private static void isErased(Street user) {
        JsonPath asked = asks(user);
        confirms(user, asked, asked.getString("confirmation")).statusCode(202);
        awaitErased(user);
    }

    private static void awaitErased(Street user) {
        await().atMost(Street.LIMIT)
                .until(() -> state(user).getString("state").equals("ERASED_HERE"));
    }

    private static JsonPath state(Street user) {
        return user.asks().get("/api/me/erasure").then().statusCode(200).extract().jsonPath();
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    /** By table, how many rows the user has. */
    private Map<String, Long> rowsOf(UUID user) throws SQLException {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (UserTable table : UserTables.inOrder()) {
            String theirs = String.join(" or ", table.theirs()).replace(":user", "'" + user + "'");
            rows.put(
                    table.name(),
                    number("select count(*) from " + table.name() + " where " + theirs));
        }
        return rows;
    }

    /** What is asked here is written down there, and so it grows. */
    private Map<String, Long> withoutAudit(UUID user) throws SQLException {
        Map<String, Long> rows = rowsOf(user);
        rows.remove("audit_entry");
        return rows;
    }

    private static double dropped(MeterRegistry metrics) {
        return metrics.counter("pulseline.erased.dropped").count();
    }

    @Test
    void nothingIsLeftOfWhoIsErasedAndTheOtherKeepsEverything() throws Exception {
        try (Street enno = Street.of("enno", "forget")) {
            new Household(database, enno.user()).moveIn();
            new Household(database, stays.user()).moveIn();
            Path folder = Path.of(ARCHIVE, enno.user().toString());
            Path other = Path.of(ARCHIVE, stays.user().toString());
            archived(folder.resolve("runs"));
            archived(other);
            Map<String, Long> kept = rowsOf(stays.user());
            assertThat(rowsOf(enno.user()).values()).doesNotContain(0L);

            isErased(enno);

            assertThat(rowsOf(enno.user()).values()).containsOnly(0L);
            assertNamedNowhere(enno.user());
            assertThat(rowsOf(stays.user())).isEqualTo(kept);
            assertThat(folder).doesNotExist();
            assertThat(other.resolve("run.fit")).exists();
            assertTold(enno);
        }
    }

    private static void archived(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("run.fit"), "a run");
    }

    /** Whatever the table and the column. */
    private void assertNamedNowhere(UUID user) throws SQLException {
        for (UserTable table : UserTables.inOrder()) {
            assertThat(
                            number(
                                    "select count(*) from %s whole where cast(whole as text) like '%%%s%%'"
                                            .formatted(table.name(), user)))
                    .as(table.name())
                    .isZero();
        }
        assertThat(number("select count(*) from erasure where user_id = '" + user + "'")).isZero();
    }

    /** Once when the tables were gone, and once with the time from which things are taken again. */
    private static void assertTold(Street user) {
        try (AvroCodec<UserErased> codec =
                new AvroCodec<>(
                        Infrastructure.shared().registryUrl(),
                        Topics.SOURCE_USERS,
                        UserErased.class)) {
            List<UserErased> told =
                    user
                            .kafka()
                            .await(
                                    Topics.SOURCE_USERS,
                                    entry -> user.user().toString().equals(entry.key()),
                                    2,
                                    Street.LIMIT)
                            .stream()
                            .map(entry -> codec.decode(entry.value()))
                            .toList();
            assertThat(told).extracting(UserErased::getUser).containsOnly(user.user().toString());
            assertThat(told).extracting(UserErased::getRequestId).doesNotContain("");
            assertThat(told.getLast().getErasedEpochMillis())
                    .isGreaterThanOrEqualTo(told.getFirst().getErasedEpochMillis())
                    .isEqualTo(Instant.parse(state(user).getString("erasedAt")).toEpochMilli());
        }
    }

    @Test
    void itIsAskedTwiceAndNothingHappensBefore() throws Exception {
        try (Street erika = Street.of("erika", "forget")) {
            new Household(database, erika.user()).moveIn();
            Map<String, Long> before = withoutAudit(erika.user());
            assertThat(state(erika).getString("state")).isEqualTo("NONE");

            JsonPath first = asks(erika);
            JsonPath asked = asks(erika);

            assertThat(asked.getList("erases")).isNotEmpty();
            assertThat(asked.getList("stays")).isNotEmpty();
            erika.asks()
                    .get("/api/me/erasure")
                    .then()
                    .body("state", equalTo("ASKED"))
                    .body("erasureId", equalTo(asked.getString("erasureId")))
                    .body("erasedAt", nullValue());
            confirms(erika, asked, "yes")
                    .statusCode(400)
                    .body("errors.field", contains("confirmation"));
            String word = asked.getString("confirmation");
            confirms(erika, first, word).statusCode(404);
            confirms(stays, asked, word).statusCode(404);
            new Household(database, erika.user())
                    .run(
                            "update erasure set confirm_until = now() where erasure_id = '"
                                    + asked.getString("erasureId")
                                    + "'");
            confirms(erika, asked, word).statusCode(410);
            assertThat(state(erika).getString("state")).isEqualTo("NONE");
            assertThat(withoutAudit(erika.user())).isEqualTo(before);
        }
    }

    @Test
    void whatAKilledProcessLeftGoesOn() throws Exception {
        try (Street emil = Street.of("emil", "forget")) {
            Household household = new Household(database, emil.user());
            household.moveIn();
            JsonPath asked = asks(emil);
            household.run(
                    """
                    insert into erased_user (user_id, erased_at) values ('%1$s', now());
                    delete from correction where user_id = '%1$s';
                    update erasure set state = 'SWEEPING', confirmed_at = now(), due_at = now(),
                        lease_owner = 'killed:1', lease_until = now() + interval '1 second'
                    where user_id = '%1$s'\
                    """
                            .formatted(emil.user()));
            assertThat(state(emil).getString("state")).isEqualTo("RUNNING");
            emil.asks().post("/api/me/erasure").then().statusCode(409);
            confirms(emil, asked, asked.getString("confirmation")).statusCode(202);

            awaitErased(emil);

            assertThat(rowsOf(emil.user()).values()).containsOnly(0L);
            household.run(
                    "update erased_user set gone_at = now() - interval '30 days' where user_id = '"
                            + emil.user()
                            + "'");
            assertThat(state(emil).getString("state")).isEqualTo("DONE");
        }
    }

    @Test
    void whatWasCapturedBeforeIsDroppedAndCountedAndWhatComesLaterIsTaken() {
        try (Street ella = Street.of("ella", "forget");
                AvroCodec<HeartRateSeries> codec =
                        new AvroCodec<>(
                                Infrastructure.shared().registryUrl(),
                                Topics.HEALTH_HEART_RATE,
                                HeartRateSeries.class)) {
            isErased(ella);
            long erased = Instant.parse(state(ella).getString("erasedAt")).toEpochMilli();
            double before = dropped(metrics);

            Activity run =
                    Activities.run(ella.user(), "late", Instant.ofEpochMilli(erased - 60_000));
            run.setRevision(Revision.of(erased, 1));
            HeartRateSeries hour =
                    MetricDays.liveHour(ella.user(), Instant.ofEpochMilli(erased), 60);
            hour.setRevision(Revision.of(erased - 1, 1));
            ella.publish(run);
            publish(ella, codec, hour);

            await().atMost(Street.LIMIT).until(() -> dropped(metrics) == before + 2);
            records(ella, "activity").body("records", empty());
            records(ella, "heart-rate").body("records", empty());

            run.setRevision(Revision.of(erased + 1, 1));
            hour.setRevision(Revision.of(erased + 1, 1));
            ella.publish(run);
            publish(ella, codec, hour);

            await().atMost(Street.LIMIT)
                    .untilAsserted(() -> {
                        records(ella, "activity")
                                .body("records.recordId", contains(run.getRecordId()));
                        records(ella, "heart-rate")
                                .body("records.recordId", contains(hour.getRecordId()));
                    });
            assertThat(dropped(metrics)).isEqualTo(before + 2);
        }
    }

    private static void publish(
            Street user, AvroCodec<HeartRateSeries> codec, HeartRateSeries hour) {
        user.kafka()
                .produce(
                        Topics.HEALTH_HEART_RATE,
                        user.user().toString(),
                        codec.encode(hour),
                        Map.of());
    }

    private static ValidatableResponse records(Street user, String type) {
        return user.asks().queryParam("type", type).get("/api/records").then().statusCode(200);
    }
}
