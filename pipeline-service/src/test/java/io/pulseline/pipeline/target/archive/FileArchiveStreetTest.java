package io.pulseline.pipeline.target.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;

import com.garmin.fit.FitDecoder;
import com.garmin.fit.FitMessages;
import com.garmin.fit.SessionMesg;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.Activities;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a record on Kafka to its file, and what becomes of the file. */
@QuarkusTest
@WithTestResource(
        value = ServiceSettings.class,
        initArgs =
                @ResourceArg(name = "pulseline.archive.root", value = FileArchiveStreetTest.ROOT))
class FileArchiveStreetTest {
    static final String ROOT = "target/archive-root";

    private final Street anna = Street.anna();

    @BeforeEach
    void prepares() throws IOException {
        var _ = Files.createDirectories(Path.of(ROOT));
    }

    @AfterEach
    void tidy() {
        anna.close();
    }

    @Test
    void anActivityIsOneFileThatGarminsDecoderReads() throws IOException {
        String folder = "street-" + UUID.randomUUID();
        JsonPath pipeline =
                anna.pipeline(
                        """
                        {"id": "file-archive", "configuration":
                          {"folder": "%s", "name": "{title} {recordId}"}}\
                        """
                                .formatted(folder));
        Activity activity = Activities.run(anna.user(), folder, Instant.now());

        anna.publish(activity);
        anna.awaitStatus(runOf(pipeline, activity), "SYNCED");

        String id = activity.getRecordId();
        assertThat(files(folder)).containsExactly("Morning run " + id + ".fit");
        assertSums(fit(folder, "Morning run " + id + ".fit"), activity);

        Activity renamed = Activities.renamed(activity, "With a name");
        anna.publish(renamed);
        await().atMost(Street.LIMIT)
                .untilAsserted(() ->
                        assertThat(files(folder)).containsExactly("With a name " + id + ".fit"));

        anna.publish(deleted(renamed));
        await().atMost(Street.LIMIT).until(() -> files(folder).isEmpty());
    }

    @Test
    void aBucketGetsItSignedAndAWrongKeyLetsTheTargetRest() throws IOException {
        try (StrictS3 s3 = new StrictS3(Clock.systemUTC())) {
            JsonPath pipeline = anna.pipeline(bucket(s3, StrictS3.SECRET_KEY));
            Activity activity =
                    Activities.run(anna.user(), "s3-" + UUID.randomUUID(), Instant.now());

            anna.publish(activity);
            anna.awaitStatus(runOf(pipeline, activity), "SYNCED");

            assertThat(s3.objects().keySet())
                    .singleElement()
                    .asString()
                    .startsWith("sport/")
                    .endsWith("_run_" + activity.getRecordId() + ".tcx");

            JsonPath wrong = anna.pipeline(bucket(s3, "another key"));
            Activity waiting =
                    Activities.run(anna.user(), "s3-" + UUID.randomUUID(), Instant.now());
            anna.publish(waiting);

            await().atMost(Street.LIMIT)
                    .until(() -> s3.requests().stream().anyMatch(seen -> seen.endsWith(" 403")));
            assertThat(anna.run(runOf(wrong, waiting)).getString("status")).isNotEqualTo("SYNCED");
        }
    }

    @Test
    void whatLeadsOutOfTheFolderIsRefusedAtItsField() {
        anna.asks()
                .body(
                        """
                        {"name": "Out", "trigger": {"record": "activity"}, "boosters": [],
                         "targets": [{"id": "file-archive", "configuration":
                           {"folder": "../..", "name": "/etc/{recordId}"}}]}\
                        """)
                .post("/api/pipelines")
                .then()
                .statusCode(400)
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "targets[0].configuration.folder",
                                "targets[0].configuration.name"));
    }

    private static String bucket(StrictS3 s3, String secretKey) {
        return """
        {"id": "file-archive", "configuration":
          {"store": "s3", "endpoint": "%s", "region": "%s", "bucket": "%s", "folder": "sport",
           "accessKey": "%s", "secretKey": "%s", "format": "tcx"}}\
        """
                .formatted(
                        s3.endpoint(),
                        StrictS3.REGION,
                        StrictS3.BUCKET,
                        StrictS3.ACCESS_KEY,
                        secretKey);
    }

    private static void assertSums(FitMessages fit, Activity activity) {
        SessionMesg session = fit.getSessionMesgs().getFirst();
        assertThat(session.getTotalElapsedTime() * 1000L)
                .isEqualTo((float) activity.getElapsedMilliseconds());
        assertThat(session.getTotalDistance()).isEqualTo(5123.4f);
        assertThat(
                        fit.getRecordMesgs().stream()
                                .map(record -> (int) record.getHeartRate())
                                .toList())
                .isEqualTo(activity.getHeartRate().getBeatsPerMinute());
    }

    private static Activity deleted(Activity activity) {
        Activity deleted = Activities.renamed(activity, "");
        deleted.setDeleted(true);
        deleted.setTitle(null);
        deleted.setHeartRate(null);
        deleted.setHeartRateZones(null);
        return Activities.hashed(deleted);
    }

    private FitMessages fit(String folder, String name) throws IOException {
        byte[] bytes = Files.readAllBytes(below(folder).resolve(name));
        return new FitDecoder().decode(new ByteArrayInputStream(bytes));
    }

    private List<String> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(below(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .toList();
        }
    }

    private Path below(String folder) {
        return Path.of(ROOT, anna.user().toString(), folder);
    }

    private static UUID runOf(JsonPath pipeline, Activity activity) {
        return Ids.run(
                UUID.fromString(pipeline.getString("pipelineId")),
                UUID.fromString(activity.getRecordId()));
    }
}
