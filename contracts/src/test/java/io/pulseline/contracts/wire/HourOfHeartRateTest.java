package io.pulseline.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.RecordTypes;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.json.RecordJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.junit.jupiter.api.Test;

/** What a full hour of heart rate by the second weighs on the topic, in a batch of its own. */
class HourOfHeartRateTest {
    private static final int SECONDS = 3600;
    private static final int LIMIT_BYTES = 16_000;

    @Test
    void anHourByTheSecondFitsIntoSixteenKilobytes() {
        HeartRateSeries hour = series(new HeartBeats(new Random(1)));

        assertThat(bytesOnTheTopic(hour)).isLessThanOrEqualTo(LIMIT_BYTES);
    }

    private static HeartRateSeries series(IntUnaryOperator beatsAtSecond) {
        List<Integer> offsets = new ArrayList<>();
        List<Integer> beats = new ArrayList<>();
        for (int second = 0; second < SECONDS; second++) {
            offsets.add(second * 1000);
            beats.add(beatsAtSecond.applyAsInt(second));
        }
        HeartRateSeries series = sample();
        series.setHeartRate(new HeartRateSamples(series.getStartEpochMillis(), offsets, beats));
        return series;
    }

    private static HeartRateSeries sample() {
        try {
            String sample = RecordTypes.resource("samples/HeartRateSeries.json");
            return RecordJson.read(new ObjectMapper().readTree(sample), HeartRateSeries.class);
        } catch (IOException e) {
            throw new IllegalStateException("sample is no JSON", e);
        }
    }

    /** The size of the batch that a producer with compression gzip sends. */
    private static int bytesOnTheTopic(HeartRateSeries series) {
        CloudEvent event =
                new CloudEvent(
                        UUID.fromString(series.getRecordId()),
                        "io.pulseline.health.heart-rate.v1",
                        "/pulseline/normalizer",
                        Instant.ofEpochMilli(series.getEndEpochMillis()),
                        series.getRecordId());
        SimpleRecord message =
                new SimpleRecord(
                        series.getEndEpochMillis(),
                        series.getUser().getBytes(StandardCharsets.UTF_8),
                        value(series),
                        event.headers().toArray());
        return MemoryRecords.withRecords(Compression.gzip().build(), message).sizeInBytes();
    }

    private static byte[] value(HeartRateSeries series) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // The magic byte and the schema's id.
        bytes.writeBytes(new byte[] {0, 0, 0, 0, 1});
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new SpecificDatumWriter<>(HeartRateSeries.class).write(series, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /** Rises and falls by up to 3 beats a second: harder to compress than a heart. */
    private static final class HeartBeats implements IntUnaryOperator {
        private final Random random;
        private int rate = 72;

        HeartBeats(Random random) {
            this.random = random;
        }

        @Override
        public int applyAsInt(int second) {
            rate = Math.clamp(rate + random.nextInt(-3, 4), 48, 185);
            return rate;
        }
    }
}
