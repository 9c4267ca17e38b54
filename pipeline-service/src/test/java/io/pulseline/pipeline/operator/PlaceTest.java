package io.pulseline.pipeline.operator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceTest {
    @Test
    void aMarkIsReadBack() {
        assertThat(Place.read(new Place(3, 12_345L).mark())).contains(new Place(3, 12_345L));
    }

    @Test
    void anythingElseIsNoMark() {
        assertThat(Place.read("-1-2")).isEmpty();
        assertThat(Place.read("1")).isEmpty();
        assertThat(Place.read("99999999999-1")).isEmpty();
    }

    @Test
    void partitionsComeBeforeOffsets() {
        assertThat(new Place(1, 0)).isGreaterThan(new Place(0, 9)).isLessThan(new Place(1, 1));
    }
}
