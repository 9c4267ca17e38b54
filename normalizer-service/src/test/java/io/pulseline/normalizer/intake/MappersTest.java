package io.pulseline.normalizer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.fitbit.Payloads;
import io.pulseline.normalizer.record.UnmappableException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappersTest {
    private final PayloadCaptured payload = Payloads.eveningRun();

    @Test
    void kindAndProviderChooseTheMapper() {
        for (String provider : List.of("FITBIT", "GOOGLE_HEALTH")) {
            for (String kind : PayloadKind.all()) {
                payload.setProvider(provider);
                payload.setKind(kind);

                assertThat(Mappers.of(payload).kind()).isEqualTo(kind);
                assertThat(Mappers.of(payload).provider()).isEqualTo(provider);
            }
        }
    }

    @Test
    void anUnknownKindIsNamed() {
        payload.setKind("blood-sugar");

        assertThatThrownBy(() -> Mappers.of(payload))
                .isInstanceOf(UnmappableException.class)
                .hasMessage("no mapping for kind blood-sugar");
    }

    @Test
    void anUnknownProviderOfAKnownKindIsNamed() {
        payload.setProvider("GARMIN");

        assertThatThrownBy(() -> Mappers.of(payload))
                .isInstanceOf(UnmappableException.class)
                .hasMessage("no mapping for kind activity of provider GARMIN");
    }
}
