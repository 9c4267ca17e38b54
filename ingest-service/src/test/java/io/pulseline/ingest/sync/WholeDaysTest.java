package io.pulseline.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.ingest.stage.Streams;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.http.SeenRequest;
import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.Measure;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Somebody lives for some days, in steps of half an hour; nothing goes wrong. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class WholeDaysTest {
    private static final int DAYS = 3;

    @Inject LivedDays days;

    private final FitbitSimulator fitbit = SimulatedFitbit.simulator();
    private final Streams streams = new Streams();

    /**
     * Nights are as likely as real ones to lack what is measured in sleep; which do, dates decide.
     */
    private Life measured() {
        return LongStream.rangeClosed(11, 30)
                .mapToObj(seed -> fitbit.hasLives(1, DAYS, seed).getFirst())
                .filter(WholeDaysTest::hasMeasuredNight)
                .findFirst()
                .orElseThrow();
    }

    private static boolean hasMeasuredNight(Life life) {
        return life.firstDate()
                .datesUntil(life.firstDate().plusDays(2))
                .anyMatch(date ->
                        Arrays.stream(Measure.values())
                                .allMatch(measure ->
                                        life.vitals(date, measure, life.end()).isPresent()));
    }

    private List<SeenRequest> requests(Life life) {
        return fitbit.requests().stream()
                .filter(request -> life.user().id().equals(request.user()))
                .filter(request -> request.method().equals("GET"))
                .filter(request -> !request.path().startsWith("/oauth2"))
                .toList();
    }

    private static Map<Instant, Long> perHour(List<SeenRequest> requests) {
        return requests.stream()
                .collect(
                        Collectors.groupingBy(
                                request -> request.at().truncatedTo(ChronoUnit.HOURS),
                                Collectors.counting()));
    }

    private static Map<Instant, Long> perDay(List<SeenRequest> requests) {
        return requests.stream()
                .collect(
                        Collectors.groupingBy(
                                request -> request.at().truncatedTo(ChronoUnit.DAYS),
                                Collectors.counting()));
    }

    /** How often each thing was asked on each day, for whoever wants to know where they went. */
    private static String asked(List<SeenRequest> requests) {
        return requests.stream()
                .collect(
                        Collectors.groupingBy(
                                request ->
                                        request.at().truncatedTo(ChronoUnit.DAYS)
                                                + " "
                                                + request.path()
                                                        .replaceAll("\\d{4}-\\d\\d-\\d\\d", "D")
                                                        .replaceAll("\\d\\d:00/", "H/"),
                                TreeMap::new,
                                Collectors.counting()))
                .toString();
    }

    private static String told(PayloadCaptured payload) {
        return payload.getKind()
                + payload.getThingKey()
                + payload.getCoverageFromEpochMillis()
                + payload.getCoverageToEpochMillis()
                + payload.getZoneHistory()
                + payload.getParts().stream().map(WholeDaysTest::told).toList();
    }

    private static String told(PayloadPart part) {
        byte[] body = new byte[part.getZstd().remaining()];
        part.getZstd().duplicate().get(body);
        return part.getKind() + ":" + Hashes.of(body);
    }

    @Test
    void allKindsArriveOnceAndTheQuotaIsSpared() {
        Life life = measured();
        String connection = People.connects("anna", life.user());
        days.live(UUID.fromString(connection), DAYS);

        List<SeenRequest> requests = requests(life);
        assertThat(requests).allMatch(request -> request.status() < 300);
        assertThat(perHour(requests).values()).allMatch(count -> count <= 40);
        assertThat(perDay(requests).values())
                .as(() -> asked(requests))
                .allMatch(count -> count <= 120);
        for (String kind : PayloadKind.all()) {
            List<PayloadCaptured> payloads = streams.payloadsOf(connection, kind);
            assertThat(payloads).as(kind).isNotEmpty();
            assertThat(payloads.stream().map(WholeDaysTest::told).toList())
                    .as(kind)
                    .doesNotHaveDuplicates();
        }
        assertThat(streams.payloadsOf(connection, PayloadKind.HEART_RATE_VARIABILITY))
                .hasSizeLessThanOrEqualTo(DAYS + 1);
    }
}
