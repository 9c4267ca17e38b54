package io.pulseline.normalizer.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.Oddity;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The heart rate of several pages in any order, one sample for each second (fact sheet 4.5).
 *
 * <p>Pages may overlap: the same point twice is one point. Where several sources tell of the same
 * second, the one on the wrist is taken ({@link GoogleSource#BEST_FIRST}), as in the stream that
 * Google itself reconciles; the others are counted. Of two samples of one source within a second
 * the earlier one stays, of two of one instant the first read. Seconds that only another source
 * tells of are kept: nothing contradicts them.
 */
final class GoogleHeartRateSamples {
    private final Oddities oddities;
    private final Map<Long, Sample> bySecond = new HashMap<>();

    GoogleHeartRateSamples(Oddities oddities) {
        this.oddities = oddities;
    }

    private record Sample(Instant at, double beatsPerMinute, GoogleSource source) {
        boolean isBetterThan(Sample other) {
            return source.equals(other.source)
                    ? at.isBefore(other.at)
                    : source.outranks(other.source);
        }
    }

    /** Told of each sample, in no particular order. */
    @FunctionalInterface
    interface Sink {
        void sample(Instant at, double beatsPerMinute);
    }

    /**
     * Takes one page.
     *
     * @param wanted instants that are asked for; samples of others are passed over
     */
    void read(PayloadPart part, Predicate<Instant> wanted) {
        GooglePage.read(part, oddities, point -> take(point, wanted));
    }

    private void take(GooglePoint point, Predicate<Instant> wanted) {
        JsonNode rate = point.value();
        Instant at = GoogleTimes.instant(rate.path("sampleTime"), "physicalTime");
        Double beatsPerMinute = GoogleJson.amount(rate, "beatsPerMinute");
        if (at == null || beatsPerMinute == null) {
            oddities.met(Oddity.ROW_UNREADABLE);
        } else if (wanted.test(at)) {
            keep(new Sample(at, beatsPerMinute, point.source()));
        }
    }

    private void keep(Sample sample) {
        Sample before = bySecond.putIfAbsent(sample.at().getEpochSecond(), sample);
        if (before == null || before.equals(sample)) {
            return;
        }
        oddities.met(
                before.source().equals(sample.source())
                        ? Oddity.SAME_TIME_TWICE
                        : Oddity.SOURCES_OVERLAP);
        if (sample.isBetterThan(before)) {
            bySecond.put(sample.at().getEpochSecond(), sample);
        }
    }

    void forEach(Sink sink) {
        bySecond.values().forEach(sample -> sink.sample(sample.at(), sample.beatsPerMinute()));
    }
}
