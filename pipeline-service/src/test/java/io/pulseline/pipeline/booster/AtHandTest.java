package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.past.Background;
import io.pulseline.pipeline.booster.past.Correction;
import io.pulseline.pipeline.booster.past.Lookup;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The activity at hand, with what its user says of it. */
class AtHandTest {
    private static final Booster STREAK = Configured.booster(new StreakType(), "{}");
    private static final Activity RUN = Diary.run("2026-06-01T07:30:00+02:00");

    private static BoostOutcome boosted(Correction correction) {
        Background background = Background.at(Instant.EPOCH).correcting(correction);
        for (Lookup lookup : STREAK.lookups(RUN)) {
            background = background.with((Lookup.Activities) lookup, List.of());
        }
        return STREAK.knowing(background).boost(RUN);
    }

    @Test
    void oneThatIsLeftOutIsPassed() {
        assertThat(boosted(Correction.NONE)).isInstanceOf(BoostOutcome.Added.class);
        assertThat(boosted(new Correction(false, null, null, null, true)))
                .isEqualTo(new BoostOutcome.Skipped("left out by its user"));
    }
}
