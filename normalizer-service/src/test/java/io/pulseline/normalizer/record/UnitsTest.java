package io.pulseline.normalizer.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitsTest {
    @Test
    void unitsAreConvertedToTheMillimetre() {
        assertThat(Units.kilometresAsMetres(5.7313)).isEqualTo(5731.3);
        assertThat(Units.milesAsMetres(1)).isEqualTo(1609.344);
        assertThat(Units.feetAsMetres(40)).isEqualTo(12.192);
        assertThat(Units.kilometresAsMetres(0.1 + 0.2)).isEqualTo(300);
    }
}
