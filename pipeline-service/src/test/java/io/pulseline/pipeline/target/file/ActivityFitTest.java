package io.pulseline.pipeline.target.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.garmin.fit.LapMesg;
import com.garmin.fit.RecordMesg;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.Sport;
import com.garmin.fit.SubSport;
import com.garmin.fit.TimeInZoneMesg;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateZone;
import io.pulseline.contracts.health.Lap;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityFitTest {
    @Test
    void garminsDecoderFindsTheSumsOfTheActivity() {
        SessionMesg session = Decoded.of(Recorded.strength()).session();

        assertThat(session.getSport()).isEqualTo(Sport.TRAINING);
        assertThat(session.getSubSport()).isEqualTo(SubSport.STRENGTH_TRAINING);
        assertThat(session.getTotalElapsedTime()).isEqualTo(600f);
        assertThat(session.getTotalTimerTime()).isEqualTo(480f);
        assertThat(session.getTotalCalories()).isEqualTo(96);
        assertThat(session.getAvgHeartRate()).isEqualTo((short) 117);
        assertThat(session.getMaxHeartRate()).isEqualTo((short) 139);
        assertThat(session.getTotalDistance()).isNull();
        assertThat(session.getTotalAscent()).isNull();
        assertThat(session.getSportProfileName()).isEqualTo("Krafttraining für Zwei");
    }

    @Test
    void garminsCheckOfActivityFilesFindsNothingWrong() {
        assertThat(Decoded.complaints(ActivityFit.write(Recorded.strength(), List.of()))).isEmpty();
        assertThat(Decoded.complaints(fit(Recorded.pausedRun(52.5, 13.4, 34)))).isEmpty();
    }

    @Test
    void everySampleIsThereInItsSecond() {
        Activity activity = Recorded.strength();

        assertThat(Decoded.of(activity).heartRate()).isEqualTo(samples(activity));
    }

    @Test
    void anIndoorActivityHasNoPositionsAtAll() {
        for (RecordMesg record : Decoded.of(Recorded.strength()).records()) {
            assertThat(record.getPositionLat()).isNull();
            assertThat(record.getAltitude()).isNull();
            assertThat(record.getDistance()).isNull();
        }
    }

    @Test
    void aPauseThatTheTrackShowsStopsTheTimer() {
        Decoded decoded = Decoded.of(Recorded.pausedRun(52.5, 13.4, 34));

        assertThat(decoded.timer())
                .containsExactly(
                        "START 2026-06-13T05:30:00Z",
                        "STOP_ALL 2026-06-13T05:31:40Z",
                        "START 2026-06-13T05:32:40Z",
                        "STOP_ALL 2026-06-13T05:35:00Z");
        assertThat(decoded.session().getTotalElapsedTime()).isEqualTo(300f);
        assertThat(decoded.session().getTotalTimerTime()).isEqualTo(240f);
    }

    @Test
    void aPauseWhoseTimeNobodyKnowsIsInTheSumsOnly() {
        Decoded decoded = Decoded.of(Recorded.strength());

        assertThat(decoded.timer())
                .containsExactly("START 2026-06-13T05:30:00Z", "STOP_ALL 2026-06-13T05:40:00Z");
        assertThat(decoded.session().getTotalTimerTime()).isEqualTo(480f);
        assertThat(decoded.messages().getActivityMesgs().getFirst().getTotalTimerTime())
                .isEqualTo(480f);
    }

    @Test
    void theTimeInEachZoneStandsBesideItsLimit() {
        TimeInZoneMesg zones =
                Decoded.of(Recorded.strength()).messages().getTimeInZoneMesgs().getFirst();

        assertThat(zones.getTimeInHrZone()).containsExactly(60f, 510f, 30f, 0f);
        assertThat(zones.getHrZoneHighBoundary())
                .containsExactly((short) 97, (short) 136, (short) 166, (short) 219);
    }

    @Test
    void zonesWithoutTheirTimesAreLeftOut() {
        Activity activity = Recorded.strength();
        activity.setHeartRateZones(List.of(new HeartRateZone("Peak", 167, 220, null, null)));

        assertThat(Decoded.of(activity).messages().getTimeInZoneMesgs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "52.52, 13.405, 34",
        "-33.8688, 151.2093, -3.4",
        "-54.8019, -68.303, 0",
        "31.5, 35.5, -430.6",
        "27.9881, 86.925, 8848",
        "-89.9, -179.99, 2835",
    })
    void positionsAreWhereTheyWereMeasured(double latitude, double longitude, double altitude) {
        List<RecordMesg> points =
                Decoded.of(Recorded.pausedRun(latitude, longitude, altitude)).records().stream()
                        .filter(record -> record.getPositionLat() != null)
                        .toList();

        assertThat(points.size()).isEqualTo(242);
        RecordMesg last = points.getLast();
        assertThat(Decoded.degrees(last.getPositionLat()))
                .isEqualTo(latitude + 0.003, within(1e-7));
        assertThat(Decoded.degrees(last.getPositionLong()))
                .isEqualTo(longitude + 0.003, within(1e-7));
        assertThat((double) last.getAltitude()).isEqualTo(altitude + 60, within(0.11));
        assertThat(last.getDistance()).isEqualTo(900f);
    }

    @Test
    void theDateLineIsTheSameFromBothSides() {
        Activity activity = Recorded.pausedRun(10, 13, 0);
        activity.getTrack()
                .setLongitudeDegrees(
                        activity.getTrack().getLongitudeDegrees().stream()
                                .map(_ -> 180.0)
                                .toList());

        assertThat(Decoded.of(activity).records().getFirst().getPositionLong())
                .isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void whatAFieldCannotHoldIsLeftOutAndNeverWrapsAround() {
        Activity activity = Recorded.pausedRun(52, 13, 13_000);
        activity.setEnergyKilocalories(70_000.0);
        activity.setAverageHeartRateBeatsPerMinute(300.0);
        activity.setDistanceMetres(-1.0);
        activity.setElevationGainMetres(Double.NaN);
        HeartRateSamples heartRate = activity.getHeartRate();
        heartRate.setBeatsPerMinute(
                IntStream.range(0, heartRate.getOffsetMilliseconds().size())
                        .mapToObj(at -> List.of(0, 255, 356, -4).get(at % 4))
                        .toList());
        Decoded decoded = Decoded.of(activity);

        assertThat(decoded.heartRate()).isEmpty();
        assertThat(decoded.records()).allMatch(record -> record.getAltitude() == null);
        assertThat(decoded.session().getTotalCalories()).isNull();
        assertThat(decoded.session().getAvgHeartRate()).isNull();
        assertThat(decoded.session().getMaxHeartRate()).isNull();
        assertThat(decoded.session().getTotalDistance()).isNull();
        assertThat(decoded.session().getTotalAscent()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-13T23:50:00+02:00, 2026-06-14T00:00:00",
        "2026-03-29T01:55:00+01:00, 2026-03-29T02:05:00",
        "2026-10-25T02:55:00+02:00, 2026-10-25T03:05:00",
        "2026-06-13T00:00:00-09:30, 2026-06-13T00:10:00",
        "2026-06-13T12:00:00+05:45, 2026-06-13T12:10:00",
        "2027-01-01T00:00:00+14:00, 2027-01-01T00:10:00",
    })
    void theLocalTimeIsThatOfTheRecordsOwnOffset(OffsetDateTime start, String localEnd) {
        Activity activity = Recorded.bare(ActivityType.YOGA, start);
        activity.setElapsedMilliseconds(600_000L);
        var end = Decoded.of(activity).messages().getActivityMesgs().getFirst();

        assertThat(Decoded.instant(end.getLocalTimestamp())).isEqualTo(localEnd + "Z");
        assertThat(Decoded.instant(end.getTimestamp().getTimestamp()))
                .isEqualTo(start.toInstant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void withoutAnOffsetThereIsNoLocalTime() {
        Activity activity = Recorded.strength();
        activity.setStartOffsetSeconds(null);

        assertThat(
                        Decoded.of(activity)
                                .messages()
                                .getActivityMesgs()
                                .getFirst()
                                .getLocalTimestamp())
                .isNull();
    }

    @Test
    void lapsAreThoseOfTheRecord() {
        Activity activity = Recorded.pausedRun(52.5, 13.4, 34);
        long start = activity.getStartEpochMillis();
        activity.setLaps(
                List.of(
                        new Lap(start, 200_000L, 500.0, 31.0),
                        new Lap(start + 200_000, 100_000L, null, null)));
        List<LapMesg> laps = Decoded.of(activity).messages().getLapMesgs();

        assertThat(laps).extracting(LapMesg::getTotalElapsedTime).containsExactly(200f, 100f);
        assertThat(laps).extracting(LapMesg::getTotalTimerTime).containsExactly(140f, 100f);
        assertThat(laps).extracting(LapMesg::getTotalDistance).containsExactly(500f, null);
        assertThat(laps).extracting(LapMesg::getTotalCalories).containsExactly(31, null);
        assertThat(Decoded.of(activity).session().getNumLaps()).isEqualTo(2);
    }

    @Test
    void whatTheRecordLacksIsTakenFromWhatBoostersHaveCounted() {
        Activity activity = Recorded.strength();
        activity.setEnergyKilocalories(null);
        SessionMesg session =
                Decoded.of(
                                ActivityFit.write(
                                        activity,
                                        List.of(
                                                Recorded.boost(
                                                        "calories",
                                                        Map.of("energyKilocalories", 88.6)),
                                                Recorded.boost(
                                                        "heart-rate-summary",
                                                        Map.of("averageBeatsPerMinute", 121.0)),
                                                Recorded.boost(
                                                        "elevation-summary",
                                                        Map.of(
                                                                "gainMetres",
                                                                12.0,
                                                                "lossMetres",
                                                                9.0)))))
                        .session();

        assertThat(session.getTotalCalories()).isEqualTo(89);
        assertThat(session.getAvgHeartRate()).isEqualTo((short) 117);
        assertThat(session.getTotalAscent()).isEqualTo(12);
        assertThat(session.getTotalDescent()).isEqualTo(9);
    }

    @Test
    void anActivityOfNothingButAStartIsAValidFile() {
        Activity activity = Recorded.bare("SOMETHING_NEW", Recorded.START);
        Decoded decoded = Decoded.of(activity);

        assertThat(decoded.records()).isEmpty();
        assertThat(decoded.session().getSport()).isEqualTo(Sport.GENERIC);
        assertThat(decoded.session().getTotalElapsedTime()).isNull();
    }

    @Test
    void equalActivitiesGiveEqualBytesWhateverTheirRevision() {
        Activity later = Recorded.strength();
        later.setRevision(99);

        assertThat(fit(later)).isEqualTo(fit(Recorded.strength()));
    }

    @Test
    void activitiesThatFitCannotTellAreRefused() {
        Activity deleted = Recorded.strength();
        deleted.setDeleted(true);
        Activity endless = Recorded.strength();
        endless.setElapsedMilliseconds(0xFFFF_FFFFL);
        Activity ancient =
                Recorded.bare(ActivityType.RUN, OffsetDateTime.parse("1998-07-03T00:00:00Z"));
        Activity timeless = Recorded.strength();
        timeless.setStartEpochMillis(null);

        assertThat(ActivityFit.obstacle(deleted)).contains("the activity is deleted");
        assertThat(ActivityFit.obstacle(endless).orElseThrow()).contains("49 days");
        assertThat(ActivityFit.obstacle(ancient).orElseThrow()).contains("1998-07-03");
        assertThat(ActivityFit.obstacle(timeless).orElseThrow()).contains("began");
        assertThatThrownBy(() -> ActivityFit.write(timeless, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sixHoursBySecondAreWrittenInWellUnderATenthOfASecond() {
        Activity activity = Recorded.bare(ActivityType.RIDE, Recorded.START);
        List<Integer> seconds = IntStream.range(0, 6 * 3600).boxed().toList();
        activity.setElapsedMilliseconds(6 * 3_600_000L);
        activity.setTrack(Recorded.track(Recorded.START, seconds, 50, 8, 100));
        activity.setHeartRate(
                new HeartRateSamples(
                        activity.getStartEpochMillis(),
                        seconds.stream().map(second -> second * 1000).toList(),
                        seconds.stream().map(second -> 100 + second % 70).toList()));
        long fastest = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long before = System.nanoTime();
            var _ = fit(activity);
            fastest = Math.min(fastest, System.nanoTime() - before);
        }

        assertThat(Duration.ofNanos(fastest)).isLessThan(Duration.ofMillis(100));
    }

    private static byte[] fit(Activity activity) {
        return ActivityFit.write(activity, List.of());
    }

    private static Map<Instant, Integer> samples(Activity activity) {
        Map<Instant, Integer> samples = new TreeMap<>();
        HeartRateSamples heartRate = activity.getHeartRate();
        for (int at = 0; at < heartRate.getOffsetMilliseconds().size(); at++) {
            samples.put(
                    Instant.ofEpochMilli(
                            heartRate.getStartEpochMillis()
                                    + heartRate.getOffsetMilliseconds().get(at)),
                    heartRate.getBeatsPerMinute().get(at));
        }
        return samples;
    }
}
