package io.pulseline.pipeline.booster.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.pipeline.booster.Outing;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CorrectionTest {
    private final Activity run = run();
    private final PastActivity past = PastActivity.of(run);

    private static Activity run() {
        Activity run = new Outing("RUN").goes(900, 4).activity();
        run.setRecordId(UUID.randomUUID().toString());
        run.setProvenance(new Provenance());
        run.setTitle("Morning run");
        return run;
    }

    @Test
    void oneThatSaysNothingChangesNothing() {
        assertThat(Correction.NONE.appliedTo(run)).isSameAs(run);
        assertThat(Correction.NONE.appliedTo(past)).isEqualTo(past);
        assertThat(Correction.NONE.wantsEffortsAnew()).isFalse();
    }

    @Test
    void whatItSaysTakesThePlaceOfTheFiguresAndTheRestStays() {
        Correction correction = new Correction(true, "HIKE", 5000.0, 0.0, true);

        PastActivity corrected = correction.appliedTo(past);

        assertThat(corrected.activityType()).isEqualTo("HIKE");
        assertThat(corrected.title()).isEqualTo("Morning run");
        assertThat(corrected.startedAt()).isEqualTo(past.startedAt());
        assertThat(corrected.figures().distanceMetres()).isEqualTo(5000.0);
        assertThat(corrected.figures().elevationGainMetres()).isEqualTo(0.0);
        assertThat(corrected.figures().activityType()).isEqualTo("HIKE");
        assertThat(correction.appliedTo(corrected)).isEqualTo(corrected);
    }

    @Test
    void theActivityItselfStaysAsItIs() {
        Activity corrected = new Correction(true, "HIKE", 5000.0, 7.0, true).appliedTo(run);

        assertThat(corrected.getActivityType()).isEqualTo("HIKE");
        assertThat(corrected.getDistanceMetres()).isEqualTo(5000.0);
        assertThat(corrected.getElevationGainMetres()).isEqualTo(7.0);
        assertThat(corrected.getTrack()).isSameAs(run.getTrack());
        assertThat(run.getActivityType()).isEqualTo("RUN");
        assertThat(run.getDistanceMetres()).isEqualTo(3600.0);
    }

    @Test
    void bestEffortsAreThoseOfTheCorrectedType() {
        assertThat(past.figures().bestEffortSeconds()).containsKeys(400, 1000);

        assertThat(efforts(new Correction(true, "WALK", null, null, true))).isEmpty();
        assertThat(efforts(new Correction(true, null, null, null, false))).isEmpty();
        assertThat(efforts(new Correction(true, "TREADMILL_RUN", null, null, true)))
                .containsKeys(400, 1000);
    }

    @Test
    void onlyATypeWithStandardDistancesWantsTheSeriesRead() {
        assertThat(new Correction(true, "RIDE", null, null, true).wantsEffortsAnew()).isTrue();
        assertThat(new Correction(true, "YOGA", null, null, true).wantsEffortsAnew()).isFalse();
        assertThat(new Correction(true, "RIDE", null, null, false).wantsEffortsAnew()).isFalse();
        assertThat(new Correction(false, "RIDE", null, null, true).wantsEffortsAnew()).isFalse();
    }

    private Map<Integer, Double> efforts(Correction correction) {
        return correction.appliedTo(past).figures().bestEffortSeconds();
    }
}
