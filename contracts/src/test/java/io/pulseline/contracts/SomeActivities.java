package io.pulseline.contracts;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateZone;
import io.pulseline.contracts.health.Lap;
import io.pulseline.contracts.health.Track;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Activities of every shape, each part present or null. */
public final class SomeActivities {
    private SomeActivities() {}

    public static Arbitrary<Activity> any() {
        return Builders.withBuilder(Activity::newBuilder)
                .use(Arbitraries.strings().ofMaxLength(20))
                .in(Activity.Builder::setRecordId)
                .use(Arbitraries.longs().greaterOrEqual(0))
                .in(Activity.Builder::setRevision)
                .use(Arbitraries.of(true, false))
                .in(Activity.Builder::setDeleted)
                .use(Arbitraries.strings().ofMaxLength(20).injectNull(0.3))
                .in(Activity.Builder::setTitle)
                .use(Arbitraries.longs().injectNull(0.3))
                .in(Activity.Builder::setStartEpochMillis)
                .use(Arbitraries.doubles().injectNull(0.3))
                .in(Activity.Builder::setDistanceMetres)
                .use(Arbitraries.integers().injectNull(0.3))
                .in(Activity.Builder::setSteps)
                .use(heartRate().injectNull(0.3))
                .in(Activity.Builder::setHeartRate)
                .use(zones().injectNull(0.3))
                .in(Activity.Builder::setHeartRateZones)
                .use(track().injectNull(0.3))
                .in(Activity.Builder::setTrack)
                .use(laps().injectNull(0.3))
                .in(Activity.Builder::setLaps)
                .build(Activity.Builder::build);
    }

    private static Arbitrary<HeartRateSamples> heartRate() {
        Arbitrary<List<Integer>> column = Arbitraries.integers().list().ofMaxSize(10);
        return Combinators.combine(Arbitraries.longs(), column, column).as(HeartRateSamples::new);
    }

    private static Arbitrary<List<HeartRateZone>> zones() {
        return Combinators.combine(
                        Arbitraries.strings().ofMaxLength(5),
                        Arbitraries.integers().injectNull(0.3),
                        Arbitraries.doubles().injectNull(0.3))
                .as((name, limit, minutes) -> new HeartRateZone(name, limit, limit, minutes, null))
                .list()
                .ofMaxSize(5);
    }

    private static Arbitrary<Track> track() {
        Arbitrary<List<@Nullable Double>> column =
                Arbitraries.doubles().between(-180, 180).injectNull(0.3).list().ofMaxSize(10);
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.integers().list().ofMaxSize(10),
                        column,
                        column)
                .as((start, offsets, one, other) ->
                        new Track(start, offsets, one, other, one, other));
    }

    private static Arbitrary<List<Lap>> laps() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs().injectNull(0.3))
                .as((start, duration) -> new Lap(start, duration, null, 1.5))
                .list()
                .ofMaxSize(5);
    }
}
