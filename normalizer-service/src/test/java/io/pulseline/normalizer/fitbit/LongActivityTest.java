package io.pulseline.normalizer.fitbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Twelve hours with one heart-rate row and one GPS point each second. */
class LongActivityTest {
    private static final OffsetDateTime START =
            OffsetDateTime.parse("2026-06-06T07:00:00.000+02:00");
    private static final int SECONDS = (int) Duration.ofHours(12).toSeconds();

    @Test
    void twelveHoursBySecondFitIntoPayloadAndRecord() throws Exception {
        PayloadCaptured payload = payload();
        long plain = payload.getParts().stream().mapToLong(PayloadPart::getUncompressedBytes).sum();

        Activity activity = Mapped.activity(payload);

        assertThat(plain).isGreaterThan(10_000_000);
        assertThat(PayloadCaptured.getEncoder().encode(payload).remaining())
                .isLessThan(Topics.MAXIMUM_VALUE_BYTES);
        assertThat(Activity.getEncoder().encode(activity).remaining())
                .isLessThan(Topics.MAXIMUM_VALUE_BYTES);
        assertThat(activity.getHeartRate().getBeatsPerMinute()).hasSize(SECONDS);
        assertThat(activity.getTrack().getLatitudeDegrees()).hasSize(SECONDS).doesNotContainNull();
    }

    private static PayloadCaptured payload() {
        return Payloads.of()
                .zone(null, "Europe/Berlin")
                .log("{\"startTime\":\"%s\",\"duration\":%d}".formatted(START, SECONDS * 1000L))
                .heartRate("2026-06-06", "2026-06-06", "07:00:00", heartRate())
                .tcx(tcx())
                .build();
    }

    private static String heartRate() {
        Random random = new Random(7);
        StringBuilder json = new StringBuilder("{\"activities-heart-intraday\":{\"dataset\":[");
        for (int second = 0; second < SECONDS; second++) {
            json.append(second == 0 ? "" : ",")
                    .append("{\"time\":\"")
                    .append(
                            START.plusSeconds(second)
                                    .format(DateTimeFormatter.ofPattern("HH:mm:ss")))
                    .append("\",\"value\":")
                    .append(110 + random.nextInt(60))
                    .append('}');
        }
        return json.append("]}}").toString();
    }

    private static String tcx() {
        Random random = new Random(8);
        StringBuilder xml =
                new StringBuilder("<TrainingCenterDatabase><Activities><Activity><Lap StartTime=\"")
                        .append(START)
                        .append("\"><Track>");
        for (int second = 0; second < SECONDS; second++) {
            xml.append("<Trackpoint><Time>")
                    .append(
                            START.plusSeconds(second)
                                    .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                    .append("</Time><Position><LatitudeDegrees>")
                    .append(47 + second / 100_000.0 + random.nextDouble() / 10_000)
                    .append("</LatitudeDegrees><LongitudeDegrees>")
                    .append(11 + second / 100_000.0 + random.nextDouble() / 10_000)
                    .append("</LongitudeDegrees></Position><AltitudeMeters>")
                    .append(900 + random.nextDouble())
                    .append("</AltitudeMeters><DistanceMeters>")
                    .append(second * 2.7)
                    .append("</DistanceMeters></Trackpoint>");
        }
        return xml.append("</Track></Lap></Activity></Activities></TrainingCenterDatabase>")
                .toString();
    }
}
