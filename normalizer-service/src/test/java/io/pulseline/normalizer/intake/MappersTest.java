package io.pulseline.normalizer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.fitbit.FitbitActivities;
import io.pulseline.normalizer.fitbit.Payloads;
import io.pulseline.normalizer.record.UnmappableException;
import org.junit.jupiter.api.Test;

class MappersTest {
    private final PayloadCaptured payload = Payloads.eveningRun();

    @Test
    void kindAndProviderChooseTheMapper() {
        assertThat(Mappers.of(payload)).isInstanceOf(FitbitActivities.class);
    }

    @Test
    void anUnknownKindIsNamed() {
        payload.setKind("sleep");

        assertThatThrownBy(() -> Mappers.of(payload))
                .isInstanceOf(UnmappableException.class)
                .hasMessage("no mapping for kind sleep");
    }

    @Test
    void anUnknownProviderOfAKnownKindIsNamed() {
        payload.setProvider("GOOGLE_HEALTH");

        assertThatThrownBy(() -> Mappers.of(payload))
                .isInstanceOf(UnmappableException.class)
                .hasMessage("no mapping for kind activity of provider GOOGLE_HEALTH");
    }
}
