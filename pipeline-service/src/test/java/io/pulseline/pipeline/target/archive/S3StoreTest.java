package io.pulseline.pipeline.target.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.Heard;
import io.pulseline.pipeline.target.archive.StrictS3.Answer;
import io.pulseline.pipeline.target.http.HttpAnswer;
import io.pulseline.pipeline.target.http.HttpCall;
import io.pulseline.pipeline.target.http.HttpCaller;
import io.pulseline.pipeline.target.http.LocalHttpCaller;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3StoreTest {
    private static final Clock NOW =
            Clock.fixed(Instant.parse("2026-06-13T05:30:00Z"), ZoneOffset.UTC);
    private static final byte[] FILE = "a file".getBytes(UTF_8);

    private final Vertx vertx = Vertx.vertx();
    private StrictS3 s3;

    @BeforeEach
    void opens() throws IOException {
        s3 = new StrictS3(NOW);
    }

    @AfterEach
    void closes() throws Exception {
        s3.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-13_run_6f8f0a0c.fit",
                "Früh & schnell + 100 % (🏃) ~'!.fit",
                "a=b, c;d@e$f.csv"
            })
    void aSignedFileIsTakenUnderItsNameWhateverItsCharacters(String name) {
        assertThat(store().put(name, FILE)).isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(s3.objects()).containsOnlyKeys("sport/2026/" + name);

        assertThat(store().remove(name, null)).isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(s3.objects()).isEmpty();
    }

    @Test
    void aLargeFileArrivesWhole() {
        byte[] large = new byte[6_000_000];
        large[5_999_999] = 7;

        assertThat(store().put("large.fit", large)).isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(s3.objects().get("sport/2026/large.fit")).isEqualTo(large);
    }

    @Test
    void whatIsNotThereIsRemovedAlready() {
        s3.failNext(Answer.error(404, "NoSuchKey"));

        assertThat(store().remove("gone.fit", null)).isInstanceOf(DeliveryOutcome.Accepted.class);
    }

    @Test
    void aWrongSecretKeyLetsTheTargetRest() {
        S3Store wrong = store(place(StrictS3.BUCKET, StrictS3.REGION), "AKIDEXAMPLE", "other");

        assertThat(reason(wrong.put("a.fit", FILE), DeliveryOutcome.Paused.class))
                .isEqualTo("the secret key is not that of the access key");
        assertThat(s3.objects()).isEmpty();
    }

    @Test
    void anUnknownAccessKeyLetsTheTargetRest() {
        S3Store wrong =
                store(place(StrictS3.BUCKET, StrictS3.REGION), "AKIDOTHER", StrictS3.SECRET_KEY);

        assertThat(reason(wrong.put("a.fit", FILE), DeliveryOutcome.Paused.class))
                .isEqualTo("the S3 store does not know the access key");
    }

    @Test
    void aMissingBucketLetsTheTargetRest() {
        S3Store wrong =
                store(
                        place("no-such-bucket", StrictS3.REGION),
                        StrictS3.ACCESS_KEY,
                        StrictS3.SECRET_KEY);

        assertThat(reason(wrong.put("a.fit", FILE), DeliveryOutcome.Paused.class))
                .contains("no such bucket");
        assertThat(reason(wrong.remove("a.fit", null), DeliveryOutcome.Paused.class))
                .contains("no such bucket");
    }

    @Test
    void aWrongRegionLetsTheTargetRest() {
        S3Store wrong =
                store(
                        place(StrictS3.BUCKET, "us-east-1"),
                        StrictS3.ACCESS_KEY,
                        StrictS3.SECRET_KEY);

        assertThat(reason(wrong.put("a.fit", FILE), DeliveryOutcome.Paused.class))
                .contains("another region");
    }

    @Test
    void aClockThatIsOffIsTriedAgainLater() {
        Clock late = Clock.offset(NOW, Duration.ofMinutes(16));
        S3Store skewed =
                new S3Store(
                        place(StrictS3.BUCKET, StrictS3.REGION),
                        new S3Signature(
                                StrictS3.REGION, StrictS3.ACCESS_KEY, StrictS3.SECRET_KEY, late),
                        caller("20s")::call,
                        late);

        assertThat(reason(skewed.put("a.fit", FILE), DeliveryOutcome.Later.class))
                .contains("our clock");
        Clock nearly = Clock.offset(NOW, Duration.ofMinutes(-14));
        assertThat(
                        new S3Store(
                                        place(StrictS3.BUCKET, StrictS3.REGION),
                                        new S3Signature(
                                                StrictS3.REGION,
                                                StrictS3.ACCESS_KEY,
                                                StrictS3.SECRET_KEY,
                                                nearly),
                                        caller("20s")::call,
                                        nearly)
                                .put("a.fit", FILE))
                .isInstanceOf(DeliveryOutcome.Accepted.class);
    }

    @Test
    void aStoreThatDoesNotAnswerIsTriedAgainLater() {
        s3.neverAnswerNext();
        S3Store impatient =
                new S3Store(
                        place(StrictS3.BUCKET, StrictS3.REGION),
                        signature(StrictS3.ACCESS_KEY, StrictS3.SECRET_KEY),
                        caller("1s")::call,
                        NOW);

        assertThat(reason(impatient.put("a.fit", FILE), DeliveryOutcome.Later.class))
                .contains("no answer within 1 s");
    }

    @Test
    void oneThatIsBusyIsAskedAgainWhenItSays() {
        s3.failNext(
                new Answer(
                        503, "<Error><Code>SlowDown</Code></Error>", Map.of("Retry-After", "40")));
        DeliveryOutcome outcome = store().put("a.fit", FILE);

        assertThat(outcome)
                .asInstanceOf(type(DeliveryOutcome.Later.class))
                .extracting(DeliveryOutcome.Later::retryAfter)
                .isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void anErrorInsideOf200IsNoSuccess() {
        s3.failNext(new Answer(200, "<Error><Code>InternalError</Code></Error>", Map.of()));

        assertThat(store().put("a.fit", FILE)).isInstanceOf(DeliveryOutcome.Later.class);
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDenied, Paused",
        "301, PermanentRedirect, Paused",
        "413, EntityTooLarge, Refused",
        "400, InvalidRequest, Refused",
        "500, InternalError, Later",
        "404, '', Paused",
        "401, '', Paused",
    })
    void otherFailures(int status, String code, String expected) {
        s3.failNext(Answer.error(status, code));

        assertThat(store().put("a.fit", FILE).getClass().getSimpleName()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 404, 400, 500})
    void ofAnErrorOnlyItsCodeIsKept(int status) {
        s3.failNext(
                new Answer(
                        status,
                        "<Error><Code>SomeCode</Code><Key>sport/My title.fit</Key></Error>",
                        Map.of()));
        DeliveryOutcome outcome = store().put("My title.fit", FILE);

        assertThat(outcome).isNotInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(outcome.heard()).isEqualTo(new Heard(status, "SomeCode"));
        assertThat(outcome.toString()).doesNotContain("title");
    }

    @Test
    void aPrivateEndpointIsNotCalledUnlessTheOperatorAllowsIt() {
        HttpCaller guarded = LocalHttpCaller.of(vertx, LocalHttpCaller.settings(Map.of()));
        S3Store store =
                new S3Store(
                        place(StrictS3.BUCKET, StrictS3.REGION),
                        signature(StrictS3.ACCESS_KEY, StrictS3.SECRET_KEY),
                        guarded::call,
                        NOW);

        assertThat(store.put("a.fit", FILE)).isInstanceOf(DeliveryOutcome.Refused.class);
        assertThat(s3.requests()).isEmpty();
    }

    @Test
    void theBucketStandsInThePathOrBeforeTheHost() {
        URI endpoint = URI.create("https://s3.eu-central-1.amazonaws.com:8443/base/");
        FolderPath folder = FolderPath.of("a b");

        assertThat(new S3Place(endpoint, "r", "bucket", folder, true).address("x.fit"))
                .hasToString("https://s3.eu-central-1.amazonaws.com:8443/base/bucket/a%20b/x.fit");
        assertThat(new S3Place(endpoint, "r", "bucket", folder, false).address("x.fit"))
                .hasToString("https://bucket.s3.eu-central-1.amazonaws.com:8443/base/a%20b/x.fit");
    }

    @Test
    void theUserChoseTheAddressSoItIsChecked() {
        HttpCall[] seen = new HttpCall[1];
        S3Store store =
                new S3Store(
                        place(StrictS3.BUCKET, StrictS3.REGION),
                        signature(StrictS3.ACCESS_KEY, StrictS3.SECRET_KEY),
                        call -> {
                            seen[0] = call;
                            return new HttpAnswer.None("not sent");
                        },
                        NOW);
        var _ = store.put("a.csv", FILE);

        assertThat(seen[0].chosenByUser()).isTrue();
        assertThat(seen[0].headers()).containsEntry("Content-Type", "text/csv; charset=utf-8");
        assertThat(seen[0].headers()).doesNotContainKeys("Host", "host", "Content-Length");
    }

    private S3Store store() {
        return store(
                place(StrictS3.BUCKET, StrictS3.REGION), StrictS3.ACCESS_KEY, StrictS3.SECRET_KEY);
    }

    private S3Store store(S3Place place, String accessKey, String secretKey) {
        return new S3Store(
                place,
                new S3Signature(place.region(), accessKey, secretKey, NOW),
                caller("20s")::call,
                NOW);
    }

    private static S3Signature signature(String accessKey, String secretKey) {
        return new S3Signature(StrictS3.REGION, accessKey, secretKey, NOW);
    }

    private HttpCaller caller(String patience) {
        return LocalHttpCaller.of(
                vertx,
                LocalHttpCaller.settings(
                        Map.of("allow-private-addresses", "true", "answer-timeout", patience)));
    }

    private S3Place place(String bucket, String region) {
        return new S3Place(s3.endpoint(), region, bucket, FolderPath.of("sport/2026"), true);
    }

    private static String reason(
            DeliveryOutcome outcome, Class<? extends DeliveryOutcome> expected) {
        assertThat(outcome).isInstanceOf(expected);
        return switch (outcome) {
            case DeliveryOutcome.Paused paused -> paused.reason();
            case DeliveryOutcome.Later later -> later.reason();
            case DeliveryOutcome.Refused refused -> refused.reason();
            default -> "";
        };
    }
}
