package io.pulseline.ingest.googlehealth;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.ingest.stage.Streams;
import io.pulseline.ingest.sync.LivedDays;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.http.SeenRequest;
import io.pulseline.simulator.truth.Life;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Somebody lives for some days, in steps of half an hour, read through Google Health. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class GoogleDaysTest {
    private static final int DAYS = 2;

    @Inject LivedDays days;

    private final FitbitSimulator simulator = SimulatedFitbit.simulator();
    private final Streams streams = new Streams();

    private List<SeenRequest> requests(Life life) {
        return simulator.requests().stream()
                .filter(request -> life.user().id().equals(request.user()))
                .filter(request -> request.path().startsWith("/google/v4/"))
                .toList();
    }

    private Set<String> parts(String connection, String kind) {
        return streams.payloadsOf(connection, kind).stream()
                .map(PayloadCaptured::getParts)
                .flatMap(List::stream)
                .map(PayloadPart::getKind)
                .collect(Collectors.toSet());
    }

    @Test
    void allKindsArriveOnceWithAllTheirParts() {
        Life life = simulator.hasLives(1, DAYS, 11).getFirst();
        String connection = People.connectsGoogle("anna", life.user());
        days.live(UUID.fromString(connection), DAYS);

        assertThat(requests(life)).isNotEmpty().allMatch(request -> request.status() < 300);
        Map<String, Set<String>> parts =
                PayloadKind.all().stream()
                        .collect(Collectors.toMap(kind -> kind, kind -> parts(connection, kind)));
        assertThat(parts.get(PayloadKind.ACTIVITY)).contains("exercise", "heart-rate");
        assertThat(parts.get(PayloadKind.SLEEP)).containsExactly("sleep");
        assertThat(parts.get(PayloadKind.HEART_RATE)).containsExactly("heart-rate");
        assertThat(parts.get(PayloadKind.STEPS)).containsExactly("steps");
        assertThat(parts.get(PayloadKind.HEART_RATE_VARIABILITY))
                .containsExactlyInAnyOrder(
                        "daily-heart-rate-variability", "heart-rate-variability");
        assertThat(parts.get(PayloadKind.OXYGEN_SATURATION))
                .containsExactlyInAnyOrder("daily-oxygen-saturation", "oxygen-saturation");
        assertThat(parts.get(PayloadKind.RESPIRATORY_RATE))
                .containsExactlyInAnyOrder(
                        "daily-respiratory-rate", "respiratory-rate-sleep-summary");
        assertThat(parts.get(PayloadKind.DAILY_SUMMARY))
                .contains(
                        "steps",
                        "distance",
                        "total-calories",
                        "time-in-heart-rate-zone",
                        "daily-resting-heart-rate",
                        "daily-heart-rate-zones");
        assertThat(streams.payloadsOf(connection, PayloadKind.HEART_RATE_VARIABILITY))
                .hasSizeLessThanOrEqualTo(DAYS + 1);
    }
}
