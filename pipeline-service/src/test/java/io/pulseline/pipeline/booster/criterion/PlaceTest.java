package io.pulseline.pipeline.booster.criterion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {
    private static final double HALF_ROUND_METRES = 20_015_114.5;

    /** One degree of a great circle is 111 195.08 m on that sphere. */
    @ParameterizedTest(name = "{0} {1} to {2} {3}: {4} m")
    @CsvSource({
        "10, 20, 10, 20, 0",
        "10, 20, 11, 20, 111195.08",
        "0, 20, 0, 21, 111195.08",
        "60, 20, 60, 20.001, 55.5975",
        "0, 179.5, 0, -179.5, 111195.08",
        "89.5, 0, 89.5, 180, 111195.08",
        "0, 0, 0, 180, 20015114.4",
        "52.5163, 13.3777, 48.8584, 2.2945, 879087.67",
    })
    void distancesFollowTheGreatCircle(
            double latitude, double longitude, double otherLatitude, double other, double metres) {
        assertThat(new Place(latitude, longitude).metresTo(new Place(otherLatitude, other)))
                .isCloseTo(metres, within(Math.max(0.01, metres * 1e-6)));
    }

    @Property
    void thereAndBackIsTheSameAndNeverMoreThanHalfRound(
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @DoubleRange(min = -90, max = 90) double otherLatitude,
            @ForAll @DoubleRange(min = -180, max = 180) double otherLongitude) {
        Place place = new Place(latitude, longitude);
        Place other = new Place(otherLatitude, otherLongitude);

        double there = place.metresTo(other);

        assertThat(there).isBetween(0.0, HALF_ROUND_METRES);
        assertThat(other.metresTo(place)).isCloseTo(there, within(1e-3));
    }
}
