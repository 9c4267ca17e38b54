package io.pulseline.pipeline.upload.file;

import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.Track;
import io.pulseline.pipeline.form.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the columns of a sender's series fit together, as every reader of them relies on. */
final class JsonColumns {
    private static final String UNEQUAL = "must have as many entries as offsetMilliseconds";

    private final Form form;

    JsonColumns(Form form) {
        this.form = form;
    }

    void check(HeartRateSamples samples) {
        rising("heartRate.offsetMilliseconds", samples.getOffsetMilliseconds(), 1);
        column(
                "heartRate.beatsPerMinute",
                samples.getOffsetMilliseconds(),
                samples.getBeatsPerMinute(),
                1,
                300);
    }

    void check(Track track) {
        List<Integer> offsets = track.getOffsetMilliseconds();
        rising("track.offsetMilliseconds", offsets, 0);
        column("track.latitudeDegrees", offsets, track.getLatitudeDegrees(), -90, 90);
        column("track.longitudeDegrees", offsets, track.getLongitudeDegrees(), -180, 180);
        column("track.altitudeMetres", offsets, track.getAltitudeMetres(), -500, 20_000);
        column("track.distanceMetres", offsets, track.getDistanceMetres(), 0, 10_000_000);
        double highest = 0;
        for (Double metres : track.getDistanceMetres()) {
            if (metres != null && metres < highest) {
                form.complain("track.distanceMetres", "must not fall");
                return;
            }
            highest = metres == null ? highest : metres;
        }
    }

    private void rising(String field, List<Integer> offsets, int leastStep) {
        if (offsets.size() > Points.MOST) {
            form.complain(field, "must have no more than " + Points.MOST + " entries");
            return;
        }
        int previous = -leastStep;
        for (Integer offset : offsets) {
            if (offset < 0 || offset - previous < leastStep) {
                form.complain(field, "must not be negative and must rise");
                return;
            }
            previous = offset;
        }
    }

    private void column(
            String field,
            List<Integer> offsets,
            List<? extends @Nullable Number> values,
            double least,
            double most) {
        if (values.size() != offsets.size()) {
            form.complain(field, UNEQUAL);
        }
        for (Number value : values) {
            if (value != null && !(value.doubleValue() >= least && value.doubleValue() <= most)) {
                form.complain(field, "must lie between " + (long) least + " and " + (long) most);
                return;
            }
        }
    }
}
