package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Provenance;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceLinkTest {
    private static final Booster LINK = new SourceLink();
    private static final BoostOutcome NO_PAGE =
            new BoostOutcome.Skipped("the provider has no page for an activity");
    private static final BoostOutcome NO_ID =
            new BoostOutcome.Skipped("the activity has no id of Fitbit's");

    @Test
    void anActivityOfFitbitIsLinked() {
        BoostOutcome.Added added = Boosts.added(LINK, from("FITBIT", "90210045113"));

        assertThat(added.text())
                .isEqualTo("Source: https://www.fitbit.com/activities/exercise/90210045113");
        assertThat(added.values()).isEqualTo(Map.of());
    }

    @Test
    void otherProvidersHaveNoPage() {
        assertThat(LINK.boost(from("GOOGLE_HEALTH", "90210045113"))).isEqualTo(NO_PAGE);
        assertThat(LINK.boost(from("FILE", null))).isEqualTo(NO_PAGE);
        assertThat(LINK.boost(Boosts.bare("RUN"))).isEqualTo(NO_PAGE);
    }

    @Test
    void whatIsNoIdOfFitbitsIsNotLinked() {
        assertThat(LINK.boost(from("FITBIT", null))).isEqualTo(NO_ID);
        assertThat(LINK.boost(from("FITBIT", ""))).isEqualTo(NO_ID);
        assertThat(LINK.boost(from("FITBIT", "7/../../login"))).isEqualTo(NO_ID);
        assertThat(LINK.boost(from("FITBIT", "١٢٣"))).isEqualTo(NO_ID);
    }

    private static Activity from(String provider, @Nullable String id) {
        Activity activity = Boosts.bare("RUN");
        activity.setProvenance(new Provenance(provider, id, null, 1, 0L, null, null, null, null));
        return activity;
    }
}
