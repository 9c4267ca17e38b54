package io.pulseline.pipeline.target.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.target.Content;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.Parcel;
import io.pulseline.pipeline.target.Recipient;
import io.pulseline.pipeline.target.TargetChoice;
import io.pulseline.pipeline.target.TargetSettings;
import io.pulseline.pipeline.target.file.Recorded;
import io.pulseline.pipeline.target.http.LocalHttpCaller;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileArchiveTargetTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID USER = UUID.fromString("11111111-2222-5333-8444-555555555555");

    private static final String S3 =
            """
            {"store":"s3","endpoint":"https://s3.example.org","bucket":"my-archive",
             "accessKey":"AKID","secretKey":"very secret","region":"eu-central-1"}\
            """;

    @TempDir private Path root;
    private final Vertx vertx = Vertx.vertx();
    private final TargetSettings settings = LocalHttpCaller.settings(Map.of());

    @AfterEach
    void closes() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void withoutAnythingChosenItIsFitInTheUsersOwnFolder() throws IOException {
        TargetChoice choice = choice("{}");

        assertThat(choice.configuration())
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"store":"directory","name":"{date}_{type}_{recordId}",
                                 "format":"fit","metricFormat":"csv","region":"us-east-1",
                                 "pathStyle":true}\
                                """));
        assertThat(target().secretNeeded(choice.configuration())).isEmpty();
    }

    @Test
    void aDirectoryThatTheOperatorDoesNotOfferIsRefusedAtItsField() throws IOException {
        assertThat(errors(target(Optional.empty()), "{}"))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.field()).isEqualTo("store");
                    assertThat(error.reason()).contains("pulseline.archive.root", "choose");
                });
        assertThat(errors(target(Optional.empty()), S3)).isEmpty();
    }

    @Test
    void aStoreNeedsItsAddressBucketAndKey() throws IOException {
        assertThat(errors(target(), "{\"store\":\"s3\"}"))
                .extracting(FieldError::field)
                .containsExactly("endpoint", "bucket", "accessKey");
        assertThat(
                        errors(
                                target(),
                                """
                                {"store":"s3","endpoint":"http://s3.example.org?x=1",
                                 "bucket":"My..Bucket","accessKey":"a\\nb","region":"eu/west"}\
                                """))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("endpoint", "bucket", "accessKey", "region");
    }

    @Test
    void theSecretKeyIsKeptApart() throws IOException {
        TargetChoice choice = choice(S3);

        assertThat(choice.secret()).contains("very secret");
        assertThat(choice.configuration().toString()).doesNotContain("very secret");
        assertThat(target().secretNeeded(choice.configuration())).contains("the secret key");
    }

    @Test
    void foldersAndNamesThatLeadOutAreRefusedAtTheirFields() throws IOException {
        assertThat(errors(target(), "{\"folder\":\"a/../..\",\"name\":\"../{recordId}\"}"))
                .extracting(FieldError::field)
                .containsExactly("folder", "name");
    }

    @Test
    void aPlaceIsWhereTheFilesLieAndNotHowTheyAreNamed() throws IOException {
        FileArchiveTarget target = target();

        assertThat(target.place(choice("{\"format\":\"tcx\"}").configuration()))
                .isEqualTo(target.place(choice("{}").configuration()));
        assertThat(target.place(choice("{\"folder\":\"a\"}").configuration()))
                .isNotEqualTo(target.place(choice("{}").configuration()));
        assertThat(target.place(choice(S3).configuration()))
                .isEqualTo("https://s3.example.org/my-archive/");
    }

    @Test
    void aRecordIsOneFileFromItsFirstRevisionToItsEnd() throws IOException {
        JsonNode configuration =
                choice("{\"folder\":\"sport\",\"name\":\"{title} {recordId}\"}").configuration();
        Activity activity = Recorded.strength();
        String first = delivered(EventType.CREATED, activity, configuration, null);
        assertThat(files())
                .containsExactly(USER + "/sport/Krafttraining für Zwei " + Recorded.ID + ".fit");

        activity.setTitle("Beine");
        String second = delivered(EventType.UPDATED, activity, configuration, first);
        assertThat(files()).containsExactly(USER + "/sport/Beine " + Recorded.ID + ".fit");

        activity.setDeleted(true);
        delivered(EventType.DELETED, activity, configuration, second);
        assertThat(files()).isEmpty();
    }

    @Test
    void anActivityWithoutATrackHasNoGpxFile() throws IOException {
        Content content =
                target().content(
                                EventType.CREATED,
                                FileNamesTest.result(Recorded.strength()),
                                choice("{\"format\":\"gpx\"}").configuration());

        assertThat(content)
                .isEqualTo(
                        new Content.None(
                                "no gpx file: the activity has no track, and GPX holds nothing"
                                        + " else"));
    }

    @Test
    void whereTheOperatorTakesTheDirectoryAwayTheTargetRests() throws IOException {
        Recipient recipient = recipient(choice("{}").configuration(), List.of());

        assertThat(target(Optional.empty()).test(recipient))
                .isInstanceOf(DeliveryOutcome.Paused.class);
        assertThat(target().test(recipient)).isEqualTo(new DeliveryOutcome.Accepted());
        assertThat(files()).isEmpty();
    }

    @Test
    void aStoreWithoutItsSecretKeyRests() throws IOException {
        assertThat(target().test(recipient(choice(S3).configuration(), List.of())))
                .isInstanceOf(DeliveryOutcome.Paused.class);
    }

    private @Nullable String delivered(
            EventType event, Activity activity, JsonNode configuration, @Nullable String remoteId) {
        Content content = target().content(event, FileNamesTest.result(activity), configuration);
        assertThat(content).isInstanceOf(Content.Bytes.class);
        DeliveryOutcome outcome =
                target().send(
                                new Parcel(
                                        UUID.randomUUID(),
                                        UUID.fromString(Recorded.ID),
                                        1,
                                        event,
                                        ((Content.Bytes) content).bytes(),
                                        recipient(configuration, List.of()),
                                        new Parcel.History(1, remoteId, null)));
        assertThat(outcome).isInstanceOf(DeliveryOutcome.Accepted.class);
        return ((DeliveryOutcome.Accepted) outcome).remoteId();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString())
                    .toList();
        }
    }

    private static Recipient recipient(JsonNode configuration, List<String> secrets) {
        return new Recipient(UUID.randomUUID(), USER, configuration, secrets);
    }

    private TargetChoice choice(String json) throws IOException {
        Form form = Form.of(JSON.readTree(json));
        Optional<TargetChoice> choice = target().read(form);
        assertThat(form.errors()).isEmpty();
        return choice.orElseThrow();
    }

    private static List<FieldError> errors(FileArchiveTarget target, String json)
            throws IOException {
        Form form = Form.of(JSON.readTree(json));
        var _ = target.read(form);
        return form.errors();
    }

    private FileArchiveTarget target() {
        return target(Optional.of(root));
    }

    private FileArchiveTarget target(Optional<Path> archive) {
        return new FileArchiveTarget(
                LocalHttpCaller.of(vertx, settings), Clock.systemUTC(), () -> archive, settings);
    }
}
