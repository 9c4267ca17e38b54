package io.pulseline.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.health.Track;
import io.pulseline.pipeline.booster.past.PastActivity;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FiguredOnceTest {
    private final Activity activity = new Activity();
    private final FiguredOnce figured = new FiguredOnce();
    private final PastActivity first;

    FiguredOnceTest() {
        activity.setRecordId(UUID.randomUUID().toString());
        activity.setTitle("Run");
        activity.setActivityType("RUN");
        activity.setStartEpochMillis(0L);
        activity.setElapsedMilliseconds(60_000L);
        activity.setHeartRate(samples(120));
        activity.setProvenance(new Provenance());
        activity.getProvenance().setProvider("FITBIT");
        first = figured.of(activity);
    }

    @Test
    void textsChangeNoFigure() {
        Activity described = copy(one -> one.setDescription("By the sea"));

        assertThat(figured.of(activity)).isSameAs(first);
        assertThat(figured.of(described)).isSameAs(first);
    }

    @Test
    void whatABoosterChangedIsFiguredAnew() {
        Activity beating = copy(one -> one.setHeartRate(samples(150)));

        assertThat(figured.of(beating).figures().averageHeartRateBeatsPerMinute()).isEqualTo(150);
        assertThat(figured.of(copy(one -> one.setTitle("Parkrun"))).title()).isEqualTo("Parkrun");
        assertThat(figured.of(copy(one -> one.setActivityType("HIKE"))).activityType())
                .isEqualTo("HIKE");
        assertThat(figured.of(copy(one -> one.setTrack(metres(0, 400)))).figures().distanceMetres())
                .isEqualTo(400);
        assertThat(figured.of(activity)).isEqualTo(first);
    }

    @Test
    void aNewTitleCostsNothing() {
        PastActivity renamed = figured.of(copy(one -> one.setTitle("Parkrun")));

        assertThat(renamed.figures().title()).isEqualTo("Parkrun");
        assertThat(renamed.figures().heartRateSeconds())
                .isSameAs(first.figures().heartRateSeconds());
    }

    private Activity copy(Consumer<Activity> change) {
        Activity copy = new Activity();
        activity.getSchema()
                .getFields()
                .forEach(field -> copy.put(field.pos(), activity.get(field.pos())));
        change.accept(copy);
        return copy;
    }

    private static HeartRateSamples samples(int beatsPerMinute) {
        return new HeartRateSamples(
                0L, List.of(0, 30_000), List.of(beatsPerMinute, beatsPerMinute));
    }

    private static Track metres(double from, double to) {
        List<@Nullable Double> unknown = Collections.nCopies(2, null);
        return new Track(0L, List.of(0, 60_000), unknown, unknown, unknown, List.of(from, to));
    }
}
