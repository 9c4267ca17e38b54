package io.pulseline.pipeline.upload.file;

import static io.pulseline.pipeline.upload.file.FitWriter.lap;
import static io.pulseline.pipeline.upload.file.FitWriter.record;
import static io.pulseline.pipeline.upload.file.FitWriter.session;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.garmin.fit.File;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.LapMesg;
import com.garmin.fit.RecordMesg;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.Sport;
import com.garmin.fit.SubSport;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Lap;
import io.pulseline.contracts.health.Track;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FIT files, written by Garmin's encoder, and what becomes of them. */
class FitFileTest {
    private static final Instant START = Instant.parse("2026-11-28T09:30:00Z");
    private static final String KEY = "FILE:fit:" + FitWriter.SERIAL + ":2026-11-28T09:30:00Z";

    @Test
    void anOutdoorRunBecomesARecordWithAllThatTheFileSays() {
        SessionMesg session = session(START, 600, Sport.RUNNING, SubSport.GENERIC);
        session.setTotalTimerTime(540f);
        session.setTotalDistance(2000.5f);
        session.setTotalCalories(140);
        session.setAvgHeartRate((short) 151);
        session.setTotalAscent(12);
        session.setTotalCycles(830L);
        session.setSportProfileName("Trail Run");
        RecordMesg first = record(START);
        first.setPositionLat(624_000_000);
        first.setPositionLong(-149_945_660);
        first.setEnhancedAltitude(35.4f);
        first.setDistance(0f);
        first.setHeartRate((short) 120);
        RecordMesg second = record(START.plusSeconds(1));
        second.setPositionLat(624_000_500);
        second.setPositionLong(-149_945_000);
        second.setAltitude(36f);
        second.setDistance(3.25f);
        second.setHeartRate((short) 121);

        Activity run =
                only(
                        FitWriter.activity(START)
                                .device("Forerunner 965")
                                .sensor("HRM-Pro")
                                .with(first)
                                .with(second)
                                .with(lap(START, 300, 1000f))
                                .with(lap(START.plusSeconds(300), 300, 1000.5f))
                                .with(session)
                                .end(START.plusSeconds(600), 3600)
                                .bytes());

        assertThat(run.getThingKey()).isEqualTo(KEY);
        assertThat(run.getTitle()).isEqualTo("Trail Run");
        assertThat(run.getActivityType()).isEqualTo("RUN");
        assertThat(run.getProviderActivityTypeId()).isEqualTo("1/0");
        assertThat(run.getProviderActivityTypeName()).isEqualTo("Trail Run");
        assertThat(run.getStartEpochMillis()).isEqualTo(START.toEpochMilli());
        assertThat(run.getStartOffsetSeconds()).isEqualTo(3600);
        assertThat(run.getElapsedMilliseconds()).isEqualTo(600_000);
        assertThat(run.getActiveMilliseconds()).isEqualTo(540_000);
        assertThat(run.getDistanceMetres()).isEqualTo(2000.5);
        assertThat(run.getEnergyKilocalories()).isEqualTo(140);
        assertThat(run.getSteps()).isEqualTo(1660);
        assertThat(run.getElevationGainMetres()).isEqualTo(12);
        assertThat(run.getAverageHeartRateBeatsPerMinute()).isEqualTo(151);
        assertThat(run.getHeartRate().getBeatsPerMinute()).containsExactly(120, 121);
        assertThat(run.getHeartRate().getOffsetMilliseconds()).containsExactly(0, 1000);
        Track track = run.getTrack();
        assertThat(track.getStartEpochMillis()).isEqualTo(START.toEpochMilli());
        assertThat(track.getLatitudeDegrees().getFirst()).isCloseTo(52.3030, within(1e-4));
        assertThat(track.getLongitudeDegrees().getFirst()).isCloseTo(-12.5683, within(1e-4));
        assertThat(track.getAltitudeMetres().get(0)).isCloseTo(35.4, within(1e-9));
        assertThat(track.getAltitudeMetres().get(1)).isCloseTo(36, within(1e-9));
        assertThat(track.getDistanceMetres()).containsExactly(0.0, 3.25);
        assertThat(run.getLaps())
                .containsExactly(
                        new Lap(START.toEpochMilli(), 300_000L, 1000.0, null),
                        new Lap(START.plusSeconds(300).toEpochMilli(), 300_000L, 1000.5, null));
        assertThat(run.getProvenance().getProvider()).isEqualTo("FILE");
        assertThat(run.getProvenance().getRecordingMethod()).isEqualTo("SENSED");
        assertThat(run.getProvenance().getDeviceId()).isEqualTo("" + FitWriter.SERIAL);
        assertThat(run.getProvenance().getDeviceName()).isEqualTo("Forerunner 965");
        assertThat(run.getHeartRateZones()).isNull();
    }

    @Test
    void whatTheFileDoesNotSayIsNull() {
        Activity activity =
                only(
                        FitWriter.activity(START)
                                .with(
                                        session(
                                                START,
                                                60,
                                                Sport.TRAINING,
                                                SubSport.STRENGTH_TRAINING))
                                .bytes());

        assertThat(activity.getActivityType()).isEqualTo("STRENGTH");
        assertThat(activity.getTitle()).isNull();
        assertThat(activity.getStartOffsetSeconds()).isNull();
        assertThat(activity.getActiveMilliseconds()).isNull();
        assertThat(activity.getDistanceMetres()).isNull();
        assertThat(activity.getEnergyKilocalories()).isNull();
        assertThat(activity.getSteps()).isNull();
        assertThat(activity.getElevationGainMetres()).isNull();
        assertThat(activity.getAverageHeartRateBeatsPerMinute()).isNull();
        assertThat(activity.getHeartRate()).isNull();
        assertThat(activity.getTrack()).isNull();
        assertThat(activity.getLaps()).isNull();
        assertThat(activity.getProvenance().getRecordingMethod()).isNull();
        assertThat(activity.getProvenance().getDeviceName()).isNull();
    }

    @Test
    void indoorsThereIsHeartRateAndNoTrack() {
        Activity activity =
                only(
                        FitWriter.activity(START)
                                .beat(START, 99)
                                .beat(START.plusSeconds(1), 101)
                                .with(
                                        session(
                                                START,
                                                60,
                                                Sport.TRAINING,
                                                SubSport.STRENGTH_TRAINING))
                                .bytes());

        assertThat(activity.getTrack()).isNull();
        assertThat(activity.getHeartRate().getBeatsPerMinute()).containsExactly(99, 101);
    }

    @Test
    void aTreadmillKeepsItsDistanceWithoutPositions() {
        RecordMesg record = record(START);
        record.setDistance(12f);
        Activity activity =
                only(
                        FitWriter.activity(START)
                                .with(record)
                                .with(session(START, 60, Sport.RUNNING, SubSport.TREADMILL))
                                .bytes());

        assertThat(activity.getActivityType()).isEqualTo("TREADMILL_RUN");
        assertThat(activity.getTrack().getLatitudeDegrees()).containsExactly((Double) null);
        assertThat(activity.getTrack().getDistanceMetres()).containsExactly(12.0);
    }

    @Test
    void invalidValuesOfTheProtocolAreNull() {
        RecordMesg nothing = record(START);
        nothing.setPositionLat(0x7FFFFFFF);
        nothing.setPositionLong(0x7FFFFFFF);
        nothing.setHeartRate((short) 0xFF);
        RecordMesg half = record(START.plusSeconds(1));
        half.setPositionLat(624_000_000);
        half.setHeartRate((short) 0);
        half.setDistance(5f);

        Activity activity =
                only(
                        FitWriter.activity(START)
                                .with(nothing)
                                .with(half)
                                .with(session(START, 60, Sport.RUNNING, SubSport.GENERIC))
                                .bytes());

        assertThat(activity.getHeartRate()).isNull();
        assertThat(activity.getTrack().getLatitudeDegrees()).containsExactly(null, null);
        assertThat(activity.getTrack().getLongitudeDegrees()).containsExactly(null, null);
        assertThat(activity.getTrack().getDistanceMetres()).containsExactly(null, 5.0);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1073741824, 90",
        "-1073741824, -90",
        "664241746, 55.6761",
        "-2147483648, ",
        "1073741825, "
    })
    void semicirclesBecomeDegreesAndNoneAreOffTheGlobe(int semicircles, @Nullable Double degrees) {
        RecordMesg record = record(START);
        record.setPositionLat(semicircles);
        record.setPositionLong(0);
        record.setDistance(1f);

        Double latitude =
                only(FitWriter.activity(START)
                                .with(record)
                                .with(session(START, 9, Sport.CYCLING, SubSport.ROAD))
                                .bytes())
                        .getTrack()
                        .getLatitudeDegrees()
                        .getFirst();

        if (degrees == null) {
            assertThat(latitude).isNull();
        } else {
            assertThat(latitude).isCloseTo(degrees, within(1e-6));
        }
    }

    @Test
    void aGapStaysAGapAndPointsOutsideTheSessionAreNotItsOwn() {
        Activity activity =
                only(
                        FitWriter.activity(START)
                                .beat(START.minusSeconds(5), 80)
                                .beat(START, 100)
                                .beat(START.plusSeconds(400), 140)
                                .beat(START.plusSeconds(601), 90)
                                .with(session(START, 600, Sport.RUNNING, SubSport.GENERIC))
                                .bytes());

        assertThat(activity.getHeartRate().getOffsetMilliseconds()).containsExactly(0, 400_000);
    }

    @Test
    void pointsInDisorderAreSortedAndOneMomentHasOneHeartRate() {
        Activity activity =
                only(
                        FitWriter.activity(START)
                                .beat(START.plusSeconds(2), 102)
                                .beat(START, 100)
                                .beat(START.plusSeconds(2), 190)
                                .with(session(START, 60, Sport.RUNNING, SubSport.GENERIC))
                                .bytes());

        assertThat(activity.getHeartRate().getOffsetMilliseconds()).containsExactly(0, 2000);
        assertThat(activity.getHeartRate().getBeatsPerMinute()).containsExactly(100, 102);
    }

    @ParameterizedTest
    @CsvSource({
        "3600, 3600",
        "-12600, -12600",
        "20700, 20700",
        "3630, 3600",
        "0, 0",
        "100000,",
        "500,"
    })
    void theOffsetComesFromTheFilesOwnLocalTime(long written, @Nullable Integer offset) {
        byte[] file =
                FitWriter.activity(START)
                        .with(session(START, 60, Sport.RUNNING, SubSport.GENERIC))
                        .end(START.plusSeconds(60), written)
                        .bytes();

        assertThat(only(file).getStartOffsetSeconds()).isEqualTo(offset);
    }

    @Test
    void theZoneHoldsOnlyWhereTheFileIsSilent() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        FitWriter silent =
                FitWriter.activity(START).with(session(START, 60, Sport.RUNNING, SubSport.GENERIC));
        FitWriter telling =
                FitWriter.activity(START)
                        .with(session(START, 60, Sport.RUNNING, SubSport.GENERIC))
                        .end(START.plusSeconds(60), 3600);

        assertThat(FitFile.activities(silent.bytes(), tokyo).getFirst().getStartOffsetSeconds())
                .isEqualTo(9 * 3600);
        assertThat(FitFile.activities(telling.bytes(), tokyo).getFirst().getStartOffsetSeconds())
                .isEqualTo(3600);
    }

    @Test
    void severalSessionsAreSeveralActivitiesWithTheirOwnPointsAndLaps() {
        Instant ride = START.plusSeconds(700);
        RecordMesg swimming = record(START.plusSeconds(10));
        swimming.setDistance(400f);
        RecordMesg riding = record(ride.plusSeconds(10));
        riding.setDistance(410f);
        RecordMesg further = record(ride.plusSeconds(20));
        further.setDistance(500f);

        List<Activity> activities =
                FitFile.activities(
                        FitWriter.activity(START)
                                .with(swimming)
                                .with(riding)
                                .with(further)
                                .with(lap(START, 600, 400f))
                                .with(lap(ride, 600, 100f))
                                .with(session(START, 600, Sport.SWIMMING, SubSport.OPEN_WATER))
                                .with(session(ride, 600, Sport.CYCLING, SubSport.GENERIC))
                                .bytes(),
                        null);

        assertThat(activities)
                .extracting(Activity::getActivityType)
                .containsExactly("SWIM", "RIDE");
        assertThat(activities).extracting(Activity::getThingKey).containsExactly(KEY, KEY + "/2");
        assertThat(activities.get(0).getTrack().getDistanceMetres()).containsExactly(400.0);
        assertThat(activities.get(1).getTrack().getDistanceMetres()).containsExactly(10.0, 100.0);
        assertThat(activities.get(1).getLaps())
                .extracting(Lap::getStartEpochMillis)
                .containsExactly(ride.toEpochMilli());
    }

    @Test
    void lapsWithoutAStartAreLeftOut() {
        Activity activity =
                only(
                        FitWriter.activity(START)
                                .with(new LapMesg())
                                .with(lap(START, 60, 1f))
                                .with(session(START, 60, Sport.RUNNING, SubSport.GENERIC))
                                .bytes());

        assertThat(activity.getLaps()).hasSize(1);
    }

    @Test
    void filesBehindEachOtherAreSeveralActivities() {
        byte[] first = shortRun(START).bytes();
        byte[] second = shortRun(START.plusSeconds(3600)).bytes();
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);

        assertThat(FitFile.activities(both, null))
                .extracting(Activity::getThingKey)
                .containsExactly(KEY, "FILE:fit:" + FitWriter.SERIAL + ":2026-11-28T10:30:00Z");
    }

    @Test
    void aFileWithoutASerialNumberIsKnownByItsBytes() {
        FileIdMesg id = new FileIdMesg();
        id.setType(File.ACTIVITY);
        byte[] file =
                FitWriter.empty()
                        .with(id)
                        .with(session(START, 60, Sport.RUNNING, SubSport.GENERIC))
                        .bytes();

        assertThat(only(file).getThingKey()).matches("FILE:sha256:[0-9a-f]{64}");
        assertThat(only(file).getThingKey()).isEqualTo(only(file.clone()).getThingKey());
        assertThat(only(file).getProvenance().getDeviceId()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING, GENERIC, RUN",
        "RUNNING, TRAIL, RUN",
        "RUNNING, TREADMILL, TREADMILL_RUN",
        "RUNNING, INDOOR_RUNNING, TREADMILL_RUN",
        "CYCLING, ROAD, RIDE",
        "CYCLING, INDOOR_CYCLING, INDOOR_RIDE",
        "CYCLING, SPIN, INDOOR_RIDE",
        "CYCLING, VIRTUAL_ACTIVITY, VIRTUAL_RIDE",
        "E_BIKING, GENERIC, RIDE",
        "SWIMMING, LAP_SWIMMING, SWIM",
        "WALKING, GENERIC, WALK",
        "HIKING, GENERIC, HIKE",
        "ROWING, GENERIC, ROWING",
        "FITNESS_EQUIPMENT, INDOOR_ROWING, ROWING",
        "FITNESS_EQUIPMENT, ELLIPTICAL, ELLIPTICAL",
        "TRAINING, STRENGTH_TRAINING, STRENGTH",
        "TRAINING, YOGA, YOGA",
        "TRAINING, PILATES, PILATES",
        "TRAINING, CARDIO_TRAINING, WORKOUT",
        "HIIT, GENERIC, INTERVAL_TRAINING",
        "TENNIS, GENERIC, SPORT",
        "SAILING, GENERIC, OTHER",
    })
    void sportsBecomeOurTypes(Sport sport, SubSport subSport, String type) {
        byte[] file = FitWriter.activity(START).with(session(START, 60, sport, subSport)).bytes();

        assertThat(only(file).getActivityType()).isEqualTo(type);
        assertThat(only(file).getProviderActivityTypeId())
                .isEqualTo(sport.getValue() + "/" + subSport.getValue());
    }

    @Test
    void compressedTimestampsCountOnFromTheLastOne() {
        long start = START.getEpochSecond() - FitMessage.EPOCH_SECONDS;
        byte[] file =
                new RawFit()
                        .fileId(start)
                        .session(start, 60_000)
                        .bytes(0x42, 0, 0, 20, 0, 2, 253, 4, 0x86, 3, 1, 0x02)
                        .bytes(0x02)
                        .uint32(start)
                        .bytes(100)
                        .bytes(0x43, 0, 0, 20, 0, 1, 3, 1, 0x02)
                        .bytes(0xE0 | (int) ((start + 3) & 0x1F), 103)
                        .bytes(0xE0 | (int) ((start + 30) & 0x1F), 130)
                        .bytes(0xE0 | (int) ((start + 35) & 0x1F), 135)
                        .file();

        Activity activity = only(file);

        assertThat(activity.getHeartRate().getOffsetMilliseconds())
                .containsExactly(0, 3000, 30_000, 35_000);
        assertThat(activity.getHeartRate().getBeatsPerMinute()).containsExactly(100, 103, 130, 135);
    }

    @Test
    void bigEndianMessagesDeveloperFieldsAndUnknownTypesDoNoHarm() {
        long start = START.getEpochSecond() - FitMessage.EPOCH_SECONDS;
        byte[] file =
                new RawFit()
                        .fileId(start)
                        .session(start, 60_000)
                        .bytes(0x62, 0, 1, 0, 20, 3, 253, 4, 0x86, 99, 2, 0x1F, 3, 1, 0x02)
                        .bytes(1, 0, 3, 0)
                        .bytes(0x02)
                        .bigEndian32(start + 7)
                        .bytes(9, 9, 117, 1, 2, 3)
                        .file();

        Activity activity = only(file);

        assertThat(activity.getHeartRate().getStartEpochMillis())
                .isEqualTo(START.plusSeconds(7).toEpochMilli());
        assertThat(activity.getHeartRate().getBeatsPerMinute()).containsExactly(117);
    }

    @Test
    void whatIsNoWholeFileIsRefused() {
        byte[] file = shortRun(START).bytes();
        byte[] wrongSum = file.clone();
        wrongSum[20] = (byte) (wrongSum[20] ^ 1);

        refused(new byte[] {14, 16, 0, 0}, "no FIT file");
        refused("this is not a FIT file at all".getBytes(US_ASCII), "no FIT file");
        refused(Arrays.copyOf(file, file.length - 10), "cut off");
        refused(RawFit.framed(new byte[0]), "never finished");
        refused(wrongSum, "checksum");
        refused(Arrays.copyOf(file, file.length + 3), "no FIT file");
        refused(new RawFit().bytes(0x05, 1, 2, 3).file(), "damaged at byte");
        refused(new RawFit().bytes(0x40, 0, 0).file(), "damaged at byte");
        refused(new RawFit().fileId(1).bytes(0x00, 4).file(), "damaged at byte");
    }

    @Test
    void whatIsNoActivityIsRefused() {
        FileIdMesg course = new FileIdMesg();
        course.setType(File.COURSE);
        SessionMesg backwards = session(START, 60, Sport.RUNNING, SubSport.GENERIC);
        backwards.setTimestamp(FitWriter.time(START.minusSeconds(60)));

        refused(FitWriter.empty().with(course).bytes(), "another type");
        refused(
                FitWriter.empty().with(session(START, 60, Sport.RUNNING, SubSport.GENERIC)).bytes(),
                "another type");
        refused(FitWriter.activity(START).beat(START, 100).bytes(), "no session");
        refused(FitWriter.activity(START).with(backwards).bytes(), "ends before it begins");
    }

    @Test
    void aSessionWithoutAStartHasNone() {
        Activity activity =
                only(FitWriter.activity(START).beat(START, 100).with(new SessionMesg()).bytes());

        assertThat(activity.getStartEpochMillis()).isNull();
        assertThat(activity.getActivityType()).isEqualTo("OTHER");
    }

    @Test
    void moreLapsOrSessionsThanAnyWorkoutHasAreRefused() {
        RawFit sessions = new RawFit().fileId(1).bytes(0x41, 0, 0, 18, 0, 0);
        for (int session = 0; session < 51; session++) {
            sessions.bytes(0x01);
        }

        refused(sessions.file(), "more than 50 sessions");
    }

    /** Whatever bytes are wrong behind a right checksum: an answer, or a refusal, nothing else. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void damagedFilesEndInAnAnswerOrARefusal(long seed) {
        Random random = new Random(seed);
        byte[] file = shortRun(START).bytes();
        byte[] messages = Arrays.copyOfRange(file, 14, file.length - 2);
        int refused = 0;
        for (int round = 0; round < 500; round++) {
            byte[] damaged = messages.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try {
                assertThat(FitFile.activities(RawFit.framed(damaged), null)).isNotEmpty();
            } catch (RefusedFileException _) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1, 499);
    }

    private static FitWriter shortRun(Instant start) {
        return FitWriter.activity(start)
                .device("Watch")
                .beat(start, 100)
                .beat(start.plusSeconds(1), 101)
                .with(lap(start, 60, 100f))
                .with(session(start, 60, Sport.RUNNING, SubSport.GENERIC))
                .end(start.plusSeconds(60), 0);
    }

    private static Activity only(byte[] file) {
        List<Activity> activities = FitFile.activities(file, null);
        assertThat(activities).hasSize(1);
        return activities.getFirst();
    }

    private static void refused(byte[] file, String reason) {
        assertThatThrownBy(() -> FitFile.activities(file, null))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining(reason);
    }
}
