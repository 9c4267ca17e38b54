package io.pulseline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RevisionTest {
    private static final long YEAR_3000 = 32_503_680_000_000L;

    @Property
    void aNewerCaptureWinsWhateverTheMapping(
            @ForAll @LongRange(max = YEAR_3000) long captured,
            @ForAll @IntRange(max = 1023) int earlier,
            @ForAll @IntRange(max = 1023) int later) {
        assertThat(Revision.of(captured + 1, later)).isGreaterThan(Revision.of(captured, earlier));
    }

    @Property
    void ofOneCaptureTheNewerMappingWins(
            @ForAll @LongRange(max = YEAR_3000) long captured,
            @ForAll @IntRange(max = 1022) int mapping) {
        assertThat(Revision.of(captured, mapping + 1))
                .isGreaterThan(Revision.of(captured, mapping));
    }

    @Property
    void theCaptureTimeCanBeReadBack(
            @ForAll @LongRange(max = YEAR_3000) long captured,
            @ForAll @IntRange(max = 1023) int mapping) {
        assertThat(Revision.capturedEpochMillis(Revision.of(captured, mapping)))
                .isEqualTo(captured);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> Revision.of(1, 1024)).hasMessageContaining("1024");
        assertThatThrownBy(() -> Revision.of(1, -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> Revision.of(-1, 1)).hasMessageContaining("1970");
        assertThatThrownBy(() -> Revision.of(Long.MAX_VALUE / 2, 1))
                .isInstanceOf(ArithmeticException.class);
    }
}
