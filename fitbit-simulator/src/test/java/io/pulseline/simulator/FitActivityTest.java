package io.pulseline.simulator;

import static io.pulseline.simulator.FitBytes.ENUM;
import static io.pulseline.simulator.FitBytes.RECORD;
import static io.pulseline.simulator.FitBytes.SESSION;
import static io.pulseline.simulator.FitBytes.SINT32;
import static io.pulseline.simulator.FitBytes.UINT16;
import static io.pulseline.simulator.FitBytes.UINT32;
import static io.pulseline.simulator.FitBytes.UINT8;
import static io.pulseline.simulator.FitBytes.time;
import static io.pulseline.simulator.FitBytes.value;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import com.garmin.fit.BufferEncoder;
import com.garmin.fit.File;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.Fit;
import com.garmin.fit.Sport;
import com.garmin.fit.SubSport;
import io.pulseline.simulator.fit.FitActivity;
import io.pulseline.simulator.fit.NotAnActivityException;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our reader beside Garmin's. */
class FitActivityTest {
    private static final Instant START = Instant.parse("2026-03-27T20:00:00Z");

    /** Fact sheet section 2.4: little endian, written by neither of the two. */
    private static final String VECTOR =
            """
            0e105408330100002e464954151040000000000500010001028402028403048c0404860004ff000100010000
            0080aaf944410000150003fd04860001000101000180aaf9440000420000140006fd04860004850104850202
            840301020504860280aaf944528697273cfdef08f6097800000000028aaaf944a48f97278e06f008f7097cf6
            090000018aaaf9440004430000130008fe0284fd04860001000101000204860704860804860904860300008a
            aaf944090180aaf9441027000010270000f609000044000012000ffe0284fd04860001000101000204860501
            000601000704860804860904860b02841001021101021902841a02840400008aaaf944080180aaf944010010
            27000010270000f609000003007a7c00000100450000220006fd048600048601028402010003010004010005
            8aaaf944102700000100001a0172f1
            """;

    /** Garmin holds fractions in floats. */
    private static final Comparator<Double> NEARLY =
            (one, other) ->
                    Math.abs(one - other) <= 1e-6 * Math.abs(other)
                            ? 0
                            : Double.compare(one, other);

    @Test
    void readsWhatGarminsEncoderWroteAsGarminsDecoderDoes() throws NotAnActivityException {
        FitActivity read = agreed(FitFiles.full(START));

        assertThat(read)
                .isEqualTo(
                        new FitActivity(
                                "CYCLING",
                                "MOUNTAIN",
                                START,
                                ZoneOffset.ofHoursMinutes(5, 45),
                                12.345,
                                11.5,
                                8_123.45,
                                312,
                                131,
                                12,
                                8,
                                9,
                                2));
        assertThat(read.localStart()).isEqualTo(LocalDateTime.parse("2026-03-28T01:45"));
    }

    @Test
    void readsTheVectorOfTheFactSheet() throws NotAnActivityException {
        FitActivity read = agreed(HexFormat.of().parseHex(VECTOR.replace("\n", "")));

        assertThat(read)
                .isEqualTo(
                        new FitActivity(
                                "RUNNING",
                                "GENERIC",
                                Instant.parse("2026-09-01T16:00:00Z"),
                                null,
                                10.0,
                                10.0,
                                25.5,
                                3,
                                122,
                                2,
                                2,
                                2,
                                1));
    }

    @Test
    void whatTheFileDoesNotSayIsNull() throws NotAnActivityException {
        FitActivity read = agreed(FitFiles.run(START));

        assertThat(read.subSport()).isNull();
        assertThat(read.offset()).isNull();
        assertThat(read.kilocalories()).isNull();
        assertThat(read.averageHeartRate()).isNull();
        assertThat(read.positions()).isZero();
        assertThat(read.localStart()).isEqualTo(LocalDateTime.parse("2026-03-27T20:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void valuesThatMeanNoneAreNone(String name) throws NotAnActivityException {
        FitActivity read =
                agreed(
                        FitBytes.activity(order(name))
                                .message(
                                        RECORD,
                                        time(253, START),
                                        value(0, SINT32, 0x7FFF_FFFF),
                                        value(1, SINT32, 0x7FFF_FFFF),
                                        value(3, UINT8, 0xFF))
                                .message(
                                        SESSION,
                                        time(2, START),
                                        value(5, ENUM, 1),
                                        value(6, ENUM, 0xFF),
                                        value(7, UINT32, 0xFFFF_FFFFL),
                                        value(8, UINT32, 0xFFFF_FFFFL),
                                        value(9, UINT32, 0xFFFF_FFFFL),
                                        value(11, UINT16, 0xFFFF),
                                        value(16, UINT8, 0xFF))
                                .file());

        assertThat(read)
                .isEqualTo(
                        new FitActivity(
                                "RUNNING", null, START, null, null, null, null, null, null, 1, 0, 0,
                                0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void theLargestValuesAreNoNegativeOnes(String name) throws NotAnActivityException {
        FitActivity read =
                agreed(
                        FitBytes.activity(order(name))
                                .message(
                                        SESSION,
                                        time(2, START),
                                        value(5, ENUM, 1),
                                        value(7, UINT32, 0xFFFF_FFFEL),
                                        value(9, UINT32, 0x8000_0000L),
                                        value(11, UINT16, 0xFFFE),
                                        value(16, UINT8, 0xFE))
                                .file());

        assertThat(read.elapsedSeconds()).isEqualTo(4_294_967.294);
        assertThat(read.distanceMetres()).isEqualTo(21_474_836.48);
        assertThat(read.kilocalories()).isEqualTo(65_534);
        assertThat(read.averageHeartRate()).isEqualTo(254);
    }

    @Test
    void anUnknownNumberOfASportIsNamedByIt() throws NotAnActivityException {
        FitActivity read =
                FitActivity.read(
                        FitBytes.activity(LITTLE_ENDIAN)
                                .message(
                                        SESSION,
                                        time(2, START),
                                        value(5, ENUM, 200),
                                        value(6, ENUM, 201))
                                .file());

        assertThat(read.sport()).isEqualTo("SPORT_200");
        assertThat(read.subSport()).isEqualTo("SUB_SPORT_201");
    }

    @ParameterizedTest
    @CsvSource({
        "GENERIC, GENERIC",
        "RUNNING, TREADMILL",
        "CYCLING, TRAIL",
        "FITNESS_EQUIPMENT, TRACK",
        "SWIMMING, SPIN",
        "BASKETBALL, INDOOR_CYCLING",
        "SOCCER, MOUNTAIN",
        "TENNIS, INDOOR_ROWING",
        "TRAINING, ELLIPTICAL",
        "WALKING, STAIR_CLIMBING",
        "CROSS_COUNTRY_SKIING, LAP_SWIMMING",
        "ALPINE_SKIING, OPEN_WATER",
        "SNOWBOARDING, FLEXIBILITY_TRAINING",
        "ROWING, STRENGTH_TRAINING",
        "HIKING, CARDIO_TRAINING",
        "PADDLING, INDOOR_WALKING",
        "E_BIKING, YOGA",
        "GOLF, PILATES",
        "INLINE_SKATING, INDOOR_RUNNING",
        "ROCK_CLIMBING, GRAVEL_CYCLING",
        "SAILING, E_BIKE_MOUNTAIN",
        "ICE_SKATING, VIRTUAL_ACTIVITY",
        "SNOWSHOEING, HIIT",
        "STAND_UP_PADDLEBOARDING, GENERIC",
        "SURFING, GENERIC",
        "KAYAKING, GENERIC",
        "WINDSURFING, GENERIC",
        "KITESURFING, GENERIC",
        "BOXING, GENERIC",
        "HIIT, GENERIC",
        "RACKET, GENERIC",
        "MEDITATION, GENERIC"
    })
    void sportsAreNamedAsInGarminsProfile(Sport sport, SubSport subSport)
            throws NotAnActivityException {
        BufferEncoder encoder = new BufferEncoder(Fit.ProtocolVersion.V1_0);
        FileIdMesg id = new FileIdMesg();
        id.setType(File.ACTIVITY);
        encoder.write(id);
        encoder.write(FitFiles.session(START, sport, subSport));
        encoder.write(FitFiles.activity(START, 0));

        FitActivity read = agreed(encoder.close());

        assertThat(read.sport()).isEqualTo(sport.name());
        assertThat(read.subSport()).isEqualTo(subSport.name());
    }

    @Test
    void timesMayBeCompressed() throws NotAnActivityException {
        // 2026-03-27T20:00:00Z ends in the bits 00000: 31 s later, and then 2 s later again.
        byte[] file = compressed(31, 1);

        assertThat(agreed(file).records()).isEqualTo(3);
        assertThat(agreed(file).heartRates()).isEqualTo(3);
    }

    @Test
    void timesBeforeUtcAreThoseOfTheWest() throws NotAnActivityException {
        BufferEncoder encoder = new BufferEncoder(Fit.ProtocolVersion.V1_0);
        FileIdMesg id = new FileIdMesg();
        id.setType(File.ACTIVITY);
        encoder.write(id);
        encoder.write(FitFiles.session(START, Sport.RUNNING, SubSport.GENERIC));
        encoder.write(FitFiles.activity(START, -(9 * 3_600 + 30 * 60)));

        FitActivity read = agreed(encoder.close());

        assertThat(read.offset()).isEqualTo(ZoneOffset.ofHoursMinutes(-9, -30));
        assertThat(read.localStart()).isEqualTo(LocalDateTime.parse("2026-03-27T10:30"));
    }

    private static byte[] compressed(int... seconds) {
        FitBytes bytes =
                FitBytes.activity(BIG_ENDIAN)
                        .message(SESSION, time(2, START), value(5, ENUM, 1))
                        .message(RECORD, time(253, START), value(3, UINT8, 120))
                        .definition(RECORD, value(3, UINT8, 0));
        for (int second : seconds) {
            bytes.raw(0x80 | second, 121);
        }
        return bytes.file();
    }

    private static ByteOrder order(String name) {
        return name.equals("BIG_ENDIAN") ? BIG_ENDIAN : LITTLE_ENDIAN;
    }

    /** Read by both alike. */
    private static FitActivity agreed(byte[] file) throws NotAnActivityException {
        FitActivity read = FitActivity.read(file);
        assertThat(GarminReading.isWhole(file)).isTrue();
        assertThat(read)
                .usingRecursiveComparison()
                .withComparatorForType(NEARLY, Double.class)
                .isEqualTo(GarminReading.of(file));
        return read;
    }
}
