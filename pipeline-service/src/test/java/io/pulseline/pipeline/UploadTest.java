package io.pulseline.pipeline;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.garmin.fit.SessionMesg;
import com.garmin.fit.Sport;
import com.garmin.fit.SubSport;
import io.pulseline.contracts.ContentHash;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.pipeline.upload.file.FitWriter;
import io.pulseline.testing.Infrastructure;
import io.pulseline.testing.KafkaProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Activities from elsewhere: a file in by HTTP, out like any other record. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class UploadTest {
    private static final String FIT = "application/vnd.ant.fit";
    private static final String TCX = "application/vnd.garmin.tcx+xml";
    private static final String GPX = "application/gpx+xml";
    private static final String BINARY = "application/octet-stream";
    private static final AtomicInteger FILES = new AtomicInteger();
    private static final int SECONDS = 3600;
    private static final int LARGEST_FILE = 8 * 1024 * 1024;

    @TestHTTPResource("/api/activities")
    URI address = URI.create("");

    private final Street anna = Street.anna();
    private final Street ben = Street.ben();
    private final WebhookReceiver receiver = new WebhookReceiver();

    @AfterEach
    void tidy() {
        anna.close();
        ben.close();
        receiver.close();
    }

    @Test
    void aFileReachesTheTopicTheRunAndTheWebhook() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        Instant start = soon();

        JsonPath taken = taken(anna, FIT, workout(start));

        String recordId = taken.getString("recordId");
        String key = "FILE:fit:" + FitWriter.SERIAL + ":" + start;
        assertThat(recordId).isEqualTo(Ids.record(anna.user(), "activity", key).toString());
        ConsumerRecord<String, byte[]> entry = onTopic(recordId, 1).getFirst();
        assertThat(entry.key()).isEqualTo(anna.user().toString());
        assertThat(KafkaProbe.headersOf(entry))
                .containsAllEntriesOf(
                        Map.of(
                                "ce_specversion", "1.0",
                                "ce_id",
                                        Ids.recordEvent(
                                                        UUID.fromString(recordId),
                                                        taken.getLong("revision"))
                                                .toString(),
                                "ce_type", "io.pulseline.health.activity.v1",
                                "ce_source", "/pulseline/pipeline",
                                "ce_time", start.plusSeconds(SECONDS).toString(),
                                "ce_subject", recordId,
                                "content-type", "application/avro"));
        Activity record = decoded(entry);
        assertThat(record.getUser()).isEqualTo(anna.user().toString());
        assertThat(record.getRevision()).isEqualTo(taken.getLong("revision"));
        assertThat(record.getContentHash()).isEqualTo(ContentHash.of(record));
        assertThat(record.getAcquisition()).isEqualTo("LIVE");
        assertThat(record.getProvenance().getProvider()).isEqualTo("FILE");

        JsonPath run = anna.awaitStatus(runOf(pipeline, recordId), "SYNCED");
        assertThat(run.getString("title")).isEqualTo("Treadmill at lunch");
        assertThat(receiver.received()).hasSize(1);
        assertThat(receiver.received().getFirst().json().path("data").path("activityType").asText())
                .isEqualTo("TREADMILL_RUN");
        anna.asks()
                .get("/api/activities/" + recordId + "/series")
                .then()
                .statusCode(200)
                .body("heartRate.beatsPerMinute", hasItems(120, 121));
    }

    @Test
    void theSameFileAgainIsTheSameActivityAndStartsNothing() {
        JsonPath pipeline = anna.pipeline(Street.webhook(receiver));
        byte[] file = workout(soon());
        JsonPath first = taken(anna, FIT, file);
        String recordId = first.getString("recordId");
        anna.awaitStatus(runOf(pipeline, recordId), "SYNCED");

        JsonPath second = taken(anna, BINARY, packed(file));

        assertThat(second.getString("recordId")).isEqualTo(recordId);
        assertThat(second.getLong("revision")).isGreaterThan(first.getLong("revision"));
        List<ConsumerRecord<String, byte[]>> both = onTopic(recordId, 2);
        assertThat(decoded(both.get(1)).getContentHash())
                .isEqualTo(decoded(both.get(0)).getContentHash());
        await().atMost(Street.LIMIT)
                .until(() ->
                        anna.asks()
                                        .get("/api/activities/" + recordId)
                                        .jsonPath()
                                        .getLong("revision")
                                == second.getLong("revision"));
        assertThat(anna.run(runOf(pipeline, recordId)).getLong("revision"))
                .isEqualTo(first.getLong("revision"));
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void theUserIsWhoLoggedIn() {
        byte[] file = workout(soon());

        String annas = taken(anna, FIT, file).getString("recordId");
        String bens = taken(ben, FIT, file).getString("recordId");

        assertThat(annas).isNotEqualTo(bens);
        assertThat(onTopic(bens, 1).getFirst().key()).isEqualTo(ben.user().toString());
        String foreign =
                "{\"user\": \"%s\", \"startEpochMillis\": %d}"
                        .formatted(anna.user(), soon().toEpochMilli());
        String ofJson =
                taken(ben, "application/json", foreign.getBytes(UTF_8)).getString("recordId");
        assertThat(decoded(onTopic(ofJson, 1).getFirst()).getUser())
                .isEqualTo(ben.user().toString());
    }

    @Test
    void tcxGpxAndJsonAreTakenWithTheZoneOfTheirSender() {
        Instant start = soon();
        Map<String, String> files =
                Map.of(
                        TCX,
                        "<TrainingCenterDatabase><Activities><Activity Sport='Running'><Id>"
                                + start
                                + "</Id><Lap StartTime='"
                                + start
                                + "'/></Activity></Activities></TrainingCenterDatabase>",
                        GPX,
                        "<gpx><trk><trkseg><trkpt lat='1' lon='2'><time>"
                                + start
                                + "</time></trkpt></trkseg></trk></gpx>",
                        "application/json",
                        "{\"startEpochMillis\": "
                                + start.toEpochMilli()
                                + ", \"thingKey\": \""
                                + start
                                + "\"}");

        files.forEach((type, file) -> {
            String recordId =
                    anna.sends(type, file.getBytes(UTF_8))
                            .queryParam("zone", "Asia/Tokyo")
                            .post("/api/activities")
                            .then()
                            .statusCode(202)
                            .extract()
                            .path("recordId");
            Activity record = decoded(onTopic(recordId, 1).getFirst());
            assertThat(record.getStartEpochMillis()).isEqualTo(start.toEpochMilli());
            assertThat(record.getStartOffsetSeconds()).isEqualTo(9 * 3600);
        });
    }

    @Test
    void aFormWithOneFileIsTaken() {
        Instant start = soon();

        String recordId =
                anna.logged()
                        .multiPart("any", "morning.fit", workout(start), BINARY)
                        .post("/api/activities")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("recordId");

        assertThat(decoded(onTopic(recordId, 1).getFirst()).getStartEpochMillis())
                .isEqualTo(start.toEpochMilli());
    }

    @Test
    void aFileOfSeveralSessionsIsSeveralActivities() {
        Instant start = soon().minusSeconds(60);
        byte[] file =
                FitWriter.activity(start)
                        .with(FitWriter.session(start, 30, Sport.SWIMMING, SubSport.OPEN_WATER))
                        .with(
                                FitWriter.session(
                                        start.plusSeconds(30), 30, Sport.CYCLING, SubSport.ROAD))
                        .bytes();

        JsonPath taken = taken(anna, FIT, file);

        assertThat(taken.getList("further")).hasSize(1);
        assertThat(decoded(onTopic(taken.getString("recordId"), 1).getFirst()).getActivityType())
                .isEqualTo("SWIM");
        assertThat(
                        decoded(onTopic(taken.getString("further[0].recordId"), 1).getFirst())
                                .getActivityType())
                .isEqualTo("RIDE");
    }

    @Test
    void withoutALoginNothingIsTaken() {
        given().contentType(BINARY)
                .body(workout(soon()))
                .post("/api/activities")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "text/plain | hello | 415 | content type",
                "application/octet-stream | hello | 415 | neither FIT nor TCX nor GPX",
                "application/vnd.ant.fit | hello | 400 | no FIT file",
                "application/gpx+xml | <gpx/> | 400 | no track with times",
                "application/gpx+xml | <!DOCTYPE gpx SYSTEM 'file:///etc/hostname'><gpx/> | 400 | document type",
                "application/vnd.garmin.tcx+xml | <gpx/> | 400 | no TCX",
                "application/json | nonsense | 400 | not JSON",
                "application/json | {} | 400 | when the activity began",
                "application/json | {'startEpochMillis': 915148800000} | 400 | before the year 2000",
                "application/json | {'startEpochMillis': 32503680000000} | 400 | in the future",
                "application/json | {'startEpochMillis': 1790990860000, 'elapsedMilliseconds': -1} | 400 | ends before it begins",
                "application/json | {'steps': 1.5} | 400 | steps must be a 32-bit integer",
            })
    void whatCannotBeTakenIsRefusedWithTheReason(
            String type, String body, int status, String reason) {
        anna.sends(type, body.replace('\'', '"').getBytes(UTF_8))
                .post("/api/activities")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("detail", containsString(reason));
    }

    @Test
    void everyWrongFieldOfOurJsonIsNamed() {
        String json =
                "{\"steps\": -1, \"laps\": [{\"distanceMetres\": -1}], \"activityType\": \"?\"}";

        anna.sends("application/json", json.getBytes(UTF_8))
                .post("/api/activities")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("steps", "laps[0].distanceMetres", "activityType"));
    }

    @Test
    void anUnknownZoneOrPackingIsRefused() {
        byte[] file = workout(soon());

        anna.sends(FIT, file)
                .queryParam("zone", "Mars/Base")
                .post("/api/activities")
                .then()
                .statusCode(400)
                .body("detail", containsString("zone"));
        anna.sends(FIT, file)
                .header("Content-Encoding", "br")
                .post("/api/activities")
                .then()
                .statusCode(415)
                .body("detail", containsString("gzip"));
    }

    @Test
    void aFormOfAnotherSiteOrWithoutExactlyOneFileIsRefused() {
        byte[] file = workout(soon());

        anna.logged()
                .header("Sec-Fetch-Site", "cross-site")
                .multiPart("file", "a.fit", file, FIT)
                .post("/api/activities")
                .then()
                .statusCode(403);
        anna.sends(FIT, file)
                .header("Sec-Fetch-Site", "same-site")
                .post("/api/activities")
                .then()
                .statusCode(403)
                .body("detail", containsString("another site"));
        anna.logged()
                .multiPart("file", "a.fit", file, FIT)
                .multiPart("file", "b.fit", file, FIT)
                .post("/api/activities")
                .then()
                .statusCode(400)
                .body("detail", containsString("one file, not 2"));
        anna.logged()
                .multiPart("note", "no file")
                .post("/api/activities")
                .then()
                .statusCode(400)
                .body("detail", containsString("one file, not 0"));
    }

    @Test
    void aFileLargerThanTheLimitIsRefusedHoweverItComes() throws Exception {
        byte[] huge = new byte[LARGEST_FILE + 1];
        Arrays.fill(huge, (byte) ' ');

        anna.sends(GPX, huge)
                .post("/api/activities")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("larger than"));
        anna.sends(GPX, packed(huge))
                .post("/api/activities")
                .then()
                .statusCode(413)
                .body("detail", containsString("packed or unpacked"));
        anna.logged()
                .multiPart("file", "a.gpx", huge, GPX)
                .post("/api/activities")
                .then()
                .statusCode(413);
        assertThat(sentInPieces(address, GPX, huge).statusCode()).isEqualTo(413);
        anna.sends("application/json", Arrays.copyOf(huge, 4 * 1024 * 1024 + 1))
                .post("/api/activities")
                .then()
                .statusCode(413)
                .body("detail", containsString("as a FIT, TCX or GPX file"));
        anna.sends(GPX, new byte[LARGEST_FILE + 100_000])
                .post("/api/activities")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void otherBodiesKeepTheirSmallLimitHoweverTheyCome() throws Exception {
        byte[] body = ("{\"name\": \"" + "x".repeat(1_100_000) + "\"}").getBytes(UTF_8);

        anna.sends("application/json", body).post("/api/pipelines").then().statusCode(413);
        URI pipelines = address.resolve("/api/pipelines");
        assertThat(sentInPieces(pipelines, "application/json", body).statusCode()).isEqualTo(413);
    }

    /** Without a length: the receiver learns only while reading how much it is. */
    private static HttpResponse<String> sentInPieces(URI to, String type, byte[] body)
            throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString("anna:run".getBytes(UTF_8));
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(
                    HttpRequest.newBuilder(to)
                            .header("Authorization", "Basic " + login)
                            .header("Content-Type", type)
                            .POST(
                                    HttpRequest.BodyPublishers.ofInputStream(
                                            () -> new ByteArrayInputStream(body)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Never twice the same second: a device makes one file at a time. */
    private static Instant soon() {
        return Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .plusSeconds(100L * FILES.incrementAndGet());
    }

    private static byte[] workout(Instant start) {
        SessionMesg session = FitWriter.session(start, SECONDS, Sport.RUNNING, SubSport.GENERIC);
        session.setSportProfileName("Treadmill at lunch");
        return FitWriter.activity(start)
                .beat(start, 120)
                .beat(start.plusSeconds(1), 121)
                .with(session)
                .end(start.plusSeconds(SECONDS), 3600)
                .bytes();
    }

    private static byte[] packed(byte[] file) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    private static JsonPath taken(Street sender, String type, byte[] file) {
        return sender.sends(type, file)
                .post("/api/activities")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    private List<ConsumerRecord<String, byte[]>> onTopic(String recordId, int count) {
        return anna.kafka()
                .await(
                        Topics.HEALTH_ACTIVITIES,
                        entry -> recordId.equals(KafkaProbe.headersOf(entry).get("ce_subject")),
                        count,
                        Street.LIMIT);
    }

    private static Activity decoded(ConsumerRecord<String, byte[]> entry) {
        try (AvroCodec<Activity> codec =
                new AvroCodec<>(
                        Infrastructure.shared().registryUrl(),
                        Topics.HEALTH_ACTIVITIES,
                        Activity.class)) {
            return codec.decode(entry.value());
        }
    }

    private static UUID runOf(JsonPath pipeline, String recordId) {
        return Ids.run(
                UUID.fromString(pipeline.getString("pipelineId")), UUID.fromString(recordId));
    }
}
