package io.pulseline.ingest.googlehealth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.googlehealth.PointReader.Points;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PointReaderTest {
    private static final LocalDate FROM = LocalDate.of(2026, 11, 20);
    private static final PointQuestion SLEEPS =
            PointQuestion.sleeps("sleep", FROM, FROM.plusDays(2));

    private final List<String> asked = new ArrayList<>();

    private static GoogleHealthConfig config() {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(GoogleHealthConfig.class)
                .withDefaultValue("pulseline.google-health.maximum-pages", "3")
                .build()
                .getConfigMapping(GoogleHealthConfig.class);
    }

    /** Answers each address as the test says, and remembers it. */
    private final class Answering implements GoogleApi {
        private final UnaryOperator<String> bodies;

        private Answering(UnaryOperator<String> bodies) {
            this.bodies = bodies;
        }

        @Override
        public ProviderAnswer<GoogleDocument> get(String accessToken, String path) {
            asked.add(path);
            String body = bodies.apply(path);
            return body.startsWith("400")
                    ? new ProviderAnswer.Rejected<>(body)
                    : new ProviderAnswer.Given<>(
                            new GoogleDocument(
                                    path,
                                    200,
                                    "application/json",
                                    Instant.EPOCH,
                                    body.getBytes(UTF_8)));
        }

        @Override
        public ProviderAnswer<GoogleDocument> page(
                String accessToken, String path, String pageToken) {
            return get(accessToken, path + "&pageToken=" + pageToken);
        }

        @Override
        public ProviderAnswer<GoogleDocument> post(String accessToken, String path, String json) {
            throw new AssertionError("points are not posted for");
        }
    }

    private ProviderAnswer<Points> read(UnaryOperator<String> bodies) {
        return new PointReader(new Answering(bodies), config()).read("token", SLEEPS);
    }

    private static Points given(ProviderAnswer<Points> answer) {
        if (answer instanceof ProviderAnswer.Given<Points>(Points points)) {
            return points;
        }
        throw new AssertionError("not given: " + answer);
    }

    private static String page(String next, String... starts) {
        String points =
                Stream.of(starts)
                        .map(start ->
                                "{\"sleep\":{\"interval\":{\"startTime\":\"" + start + "\"}}}")
                        .collect(Collectors.joining(","));
        return "{\"dataPoints\":[" + points + "],\"nextPageToken\":\"" + next + "\"}";
    }

    @Test
    void allPagesAreReadAndTheFilterStaysTheSame() {
        Points points =
                given(
                        read(path ->
                                path.endsWith("pageToken=two")
                                        ? page("", "2026-11-20T22:00:00Z")
                                        : page("two", "2026-11-21T22:00:00Z")));

        assertThat(points.complete()).isTrue();
        assertThat(points.pages()).hasSize(2);
        assertThat(asked)
                .containsExactly(
                        "/v4/users/me/dataTypes/sleep/dataPoints?pageSize=25&filter=sleep.interval"
                                + ".civil_end_time%20%3E%3D%20%222026-11-20%22%20AND%20sleep.interval"
                                + ".civil_end_time%20%3C%20%222026-11-23%22",
                        asked.getFirst() + "&pageToken=two");
    }

    @Test
    void anEmptyObjectIsAPageWithoutPoints() {
        Points points = given(read(_ -> "{}"));

        assertThat(points.complete()).isTrue();
        assertThat(points.pages().getFirst().points()).isEmpty();
    }

    @Test
    void aFilterThatIsNotTakenIsLeftOutAndTheNewestAreReadDownToTheOldestWanted() {
        Points points =
                given(
                        read(path -> {
                            if (path.contains("filter=")) {
                                return "400 INVALID_DATA_POINT_FILTER_DATA_TYPE_MEMBER";
                            }
                            return path.contains("pageToken")
                                    ? page("three", "2026-11-17T22:00:00Z")
                                    : page("two", "2026-11-22T22:00:00Z", "2026-11-21T22:00:00Z");
                        }));

        assertThat(points.complete()).isTrue();
        assertThat(points.pages()).hasSize(2);
        assertThat(asked)
                .hasSize(3)
                .last()
                .isEqualTo("/v4/users/me/dataTypes/sleep/dataPoints?pageSize=25&pageToken=two");
    }

    @Test
    void withoutAFilterNoMorePagesAreReadThanAllowed() {
        Points points =
                given(
                        read(path ->
                                path.contains("filter=")
                                        ? "400 INVALID_DATA_POINT_FILTER"
                                        : page("more", "2026-11-22T22:00:00Z")));

        assertThat(points.complete()).isFalse();
        assertThat(asked).hasSize(4);
    }

    @Test
    void anotherRefusalIsTold() {
        assertThat(read(_ -> "400 INVALID_ARGUMENT"))
                .isEqualTo(new ProviderAnswer.Rejected<Points>("400 INVALID_ARGUMENT"));
        assertThat(asked).hasSize(1);
    }

    @Test
    void halfAPageIsNoAnswer() {
        assertThat(read(_ -> "{\"dataPoints\":[{")).isInstanceOf(ProviderAnswer.Unavailable.class);
    }

    @Test
    void anotherShapeIsNotAskedForAgainSoon() {
        assertThat(read(_ -> "[]")).isInstanceOf(ProviderAnswer.Rejected.class);
        assertThat(read(_ -> "{\"dataPoints\":{}}")).isInstanceOf(ProviderAnswer.Rejected.class);
    }
}
