package io.pulseline.pipeline.target.openmhealth;

import io.pulseline.contracts.health.HeartRateSamples;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Bodies of {@code omh:heart-rate:2.0}. */
final class HeartBeats {
    private static final String NAME = "heart_rate";
    private static final String UNIT = "beats/min";

    private HeartBeats() {}

    static Body average(double beatsPerMinute, TimeFrame when) {
        return Body.of(when).measure(NAME, beatsPerMinute, UNIT).word(Body.STATISTIC, "average");
    }

    /** One body for each sample. */
    static List<Body> samples(HeartRateSamples samples, @Nullable Integer offsetSeconds) {
        return IntStream.range(0, samples.getOffsetMilliseconds().size())
                .mapToObj(sample ->
                        Body.of(
                                        TimeFrame.at(
                                                TimeFrame.local(
                                                        samples.getStartEpochMillis()
                                                                + samples.getOffsetMilliseconds()
                                                                        .get(sample),
                                                        offsetSeconds)))
                                .measure(NAME, samples.getBeatsPerMinute().get(sample), UNIT))
                .toList();
    }
}
