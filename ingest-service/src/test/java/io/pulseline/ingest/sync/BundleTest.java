package io.pulseline.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BundleTest {
    private static final UUID THING = new UUID(1, 2);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static ThingPartEntity part(String kind, Instant at, String body) {
        return KeptPart.row(
                THING,
                0,
                true,
                new ReadPart(
                        kind,
                        "/path",
                        null,
                        null,
                        200,
                        "text/plain",
                        "METRIC",
                        at,
                        body.getBytes(StandardCharsets.UTF_8)));
    }

    private static ThingEntity thing() {
        ThingEntity thing = new ThingEntity();
        thing.id = THING;
        return thing;
    }

    @Test
    void theThingItselfStandsFirst() {
        Bundle bundle =
                Bundle.of(
                        thing(),
                        List.of(
                                part("heart-rate", NOON, "h"),
                                part("log", NOON, "l"),
                                part("tcx", NOON, "t")),
                        Set.of(),
                        "");

        assertThat(bundle.parts())
                .extracting(part -> part.kind)
                .containsExactly("log", "heart-rate", "tcx");
        assertThat(bundle.completeness()).isEqualTo("COMPLETE");
    }

    @Test
    void theSameAnswersMakeTheSamePayload() {
        List<ThingPartEntity> parts = List.of(part("log", NOON, "l"));

        assertThat(Bundle.of(thing(), parts, Set.of(), "").payloadId())
                .isEqualTo(Bundle.of(thing(), parts, Set.of(), "").payloadId());
    }

    @Test
    void theCaptureNeverGoesBackNorStandsStill() {
        ThingEntity told = thing();
        told.capturedAt = NOON.plusSeconds(60);

        assertThat(Bundle.of(told, List.of(part("log", NOON, "l")), Set.of(), "").capturedAt())
                .isEqualTo(NOON.plusSeconds(60).plusMillis(1));
    }

    @Test
    void otherBytesOrOtherGapsAreOtherContent() {
        String hash = Bundle.of(thing(), List.of(part("log", NOON, "l")), Set.of(), "").hash();

        assertThat(
                        Bundle.of(
                                        thing(),
                                        List.of(part("log", NOON.plusSeconds(9), "l")),
                                        Set.of(),
                                        "")
                                .hash())
                .isEqualTo(hash);
        assertThat(Bundle.of(thing(), List.of(part("log", NOON, "m")), Set.of(), "").hash())
                .isNotEqualTo(hash);
        assertThat(Bundle.of(thing(), List.of(part("log", NOON, "l")), Set.of("tcx"), "").hash())
                .isNotEqualTo(hash);
    }

    @Test
    void aRefusedPartIsLeftOut() {
        Bundle bundle =
                Bundle.of(
                        thing(),
                        List.of(part("log", NOON, "l"), KeptPart.denied(THING, "tcx", NOON)),
                        Set.of(),
                        "");

        assertThat(bundle.parts()).extracting(part -> part.kind).containsExactly("log");
    }

    @Test
    void anotherZoneIsOtherContent() {
        List<ThingPartEntity> parts = List.of(part("sleep", NOON, "s"));

        assertThat(Bundle.of(thing(), parts, Set.of(), "Europe/Berlin").hash())
                .isNotEqualTo(Bundle.of(thing(), parts, Set.of(), "America/New_York").hash());
    }

    @Test
    void aThingThatVanishedHasOnePartThatSaysSo() {
        Bundle bundle = Bundle.vanished(thing(), NOON);

        assertThat(bundle.parts()).extracting(part -> part.kind).containsExactly("VANISHED");
        assertThat(bundle.parts().getFirst().uncompressedBytes).isZero();
    }
}
