package io.pulseline.simulator;

import static io.pulseline.simulator.FitBytes.ACTIVITY;
import static io.pulseline.simulator.FitBytes.ENUM;
import static io.pulseline.simulator.FitBytes.FILE_ID;
import static io.pulseline.simulator.FitBytes.RECORD;
import static io.pulseline.simulator.FitBytes.SESSION;
import static io.pulseline.simulator.FitBytes.UINT16;
import static io.pulseline.simulator.FitBytes.UINT32;
import static io.pulseline.simulator.FitBytes.UINT8;
import static io.pulseline.simulator.FitBytes.time;
import static io.pulseline.simulator.FitBytes.value;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pulseline.simulator.fit.FitActivity;
import io.pulseline.simulator.fit.NotAnActivityException;
import io.pulseline.simulator.fit.NotAnActivityException.Reason;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitRefusalTest {
    private static final Instant START = Instant.parse("2026-03-27T20:00:00Z");
    private static final FitBytes.Value TIME = time(253, START);
    private static final int DATA_SIZE_AT = 4;

    /** Bytes of the record at the end of {@link #whole}: header, time, heart rate. */
    private static final int LAST_MESSAGE = 6;

    @Test
    void everyChangedBitIsSeen() {
        byte[] file = whole().file();
        for (int bit = 0; bit < file.length * Byte.SIZE; bit++) {
            assertThat(reason(flipped(file, bit))).as("bit %d", bit).isNotNull();
        }
        assertThat(reason(file)).isNull();
    }

    /** Wrong bytes may tell another activity, but nothing worse than a refusal comes of them. */
    @Test
    void everyChangedBitUnderRightChecksumsIsReadOrRefused() {
        byte[] file = FitFiles.full(START);
        for (int bit = 0; bit < file.length * Byte.SIZE; bit++) {
            @Nullable Reason reason = reason(FitBytes.sealed(flipped(file, bit)));
            assertThat(reason).as("bit %d", bit).isNotEqualTo(Reason.EMPTY);
        }
    }

    @Test
    void aCutFileIsRefusedWhereverItIsCut() {
        byte[] file = whole().file();
        for (int length = 1; length < file.length; length++) {
            assertThat(reason(Arrays.copyOf(file, length)))
                    .as("%d bytes", length)
                    .isIn(Reason.NOT_FIT, Reason.MALFORMED);
        }
        assertThat(reason(new byte[0])).isEqualTo(Reason.EMPTY);
        assertThat(reason(Arrays.copyOf(file, file.length + 1))).isEqualTo(Reason.MALFORMED);
    }

    /** The size fits and the checksums do; the last message does not. */
    @Test
    void aMessageCutUnderRightChecksumsIsRefused() {
        byte[] file = whole().file();
        for (int less = 1; less < LAST_MESSAGE; less++) {
            byte[] cut = Arrays.copyOf(file, file.length - less);
            cut[DATA_SIZE_AT] -= (byte) less;
            assertThat(reason(FitBytes.sealed(cut))).as("%d less", less).isNotNull();
        }
    }

    @Test
    void theHeadersOwnChecksumMayBeLeftOutButNotBeWrong() {
        byte[] without = whole().file();
        without[12] = 0;
        without[13] = 0;
        assertThat(reason(FitBytes.endSealed(without))).isNull();
        without[12] = 1;
        assertThat(reason(FitBytes.endSealed(without))).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x30, 0x40, 0xF0})
    void aNewerProtocolIsRefused(int version) {
        byte[] file = whole().file();
        file[1] = (byte) version;
        assertThat(reason(FitBytes.sealed(file))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void definitionsAgainstTheProtocolAreRefused() {
        assertThat(reason(whole().raw(0x40, 0, 2, 0, 20, 0))).isEqualTo(Reason.MALFORMED);
        // A field: number, size, base type.
        assertThat(reason(whole().raw(0x40, 0, 0, 20, 0, 1, 3, 1, 0x11)))
                .isEqualTo(Reason.MALFORMED);
        assertThat(reason(whole().raw(0x40, 0, 0, 20, 0, 1, 3, 0, 0x02)))
                .isEqualTo(Reason.MALFORMED);
        assertThat(reason(whole().raw(0x40, 0, 0, 20, 0, 1, 3, 3, 0x84)))
                .isEqualTo(Reason.MALFORMED);
        assertThat(reason(whole().raw(0x40, 0, 0, 20, 0, 2, 3, 1, 2, 3, 1, 2)))
                .isEqualTo(Reason.MALFORMED);
        assertThat(reason(whole().raw(0x40, 0, 0, 20, 0, 1, 3, 1))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void dataAgainstTheProtocolIsRefused() {
        assertThat(reason(whole().raw(0x07, 1))).isEqualTo(Reason.MALFORMED);
        assertThat(reason(whole().raw(0x10, 1))).isEqualTo(Reason.MALFORMED);
        assertThat(reason(whole().raw(0x20, 1))).isEqualTo(Reason.MALFORMED);
        // A compressed time after none, and beside another one.
        FitBytes timeless =
                FitBytes.activity(BIG_ENDIAN)
                        .message(SESSION, time(2, START), value(5, ENUM, 1))
                        .definition(RECORD, value(3, UINT8, 0));
        assertThat(reason(timeless.raw(0x81, 120))).isEqualTo(Reason.MALFORMED);
        assertThat(reason(whole().message(RECORD, TIME).raw(0x81, 0x44, 0x44, 0x44, 0x44)))
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void aFileOfAnotherTypeIsRefused() {
        FitBytes.Value[] session = {time(2, START), value(5, ENUM, 1)};
        FitBytes workout = new FitBytes(LITTLE_ENDIAN).message(FILE_ID, value(0, ENUM, 5));
        assertThat(reason(workout.message(ACTIVITY, TIME).message(SESSION, session)))
                .isEqualTo(Reason.OTHER_TYPE);
        FitBytes untold = new FitBytes(LITTLE_ENDIAN).message(FILE_ID, value(0, ENUM, 0xFF));
        assertThat(reason(untold)).isEqualTo(Reason.OTHER_TYPE);
        assertThat(reason(new FitBytes(LITTLE_ENDIAN))).isEqualTo(Reason.OTHER_TYPE);
        assertThat(reason(whole().message(FILE_ID, value(0, ENUM, 4))))
                .isEqualTo(Reason.OTHER_TYPE);
    }

    @Test
    void oneSessionAndOneActivityMessageAreNeeded() {
        assertThat(reason(FitBytes.activity(BIG_ENDIAN))).isEqualTo(Reason.NOT_ONE_SESSION);
        assertThat(reason(whole().message(SESSION, time(2, START), value(5, ENUM, 1))))
                .isEqualTo(Reason.NOT_ONE_SESSION);
        assertThat(reason(whole().message(ACTIVITY, TIME))).isEqualTo(Reason.NOT_ONE_ACTIVITY);
        assertThat(reason(new FitBytes(BIG_ENDIAN).message(FILE_ID, value(0, ENUM, 4))))
                .isEqualTo(Reason.NOT_ONE_ACTIVITY);
    }

    @Test
    void aSessionNeedsSportAndStart() {
        assertThat(reason(session(time(2, START)))).isEqualTo(Reason.NO_SPORT);
        assertThat(reason(session(time(2, START), value(5, ENUM, 0xFF))))
                .isEqualTo(Reason.NO_SPORT);
        assertThat(reason(session(value(5, ENUM, 1)))).isEqualTo(Reason.NO_TIME);
        assertThat(reason(session(value(2, UINT32, 0xFFFF_FFFFL), value(5, ENUM, 1))))
                .isEqualTo(Reason.NO_TIME);
        // Seconds since the device was switched on.
        assertThat(reason(session(value(2, UINT32, 0x0FFF_FFFF), value(5, ENUM, 1))))
                .isEqualTo(Reason.NO_TIME);
        assertThat(reason(session(value(2, UINT32, 0x1000_0000), value(5, ENUM, 1)))).isNull();
        assertThat(
                        reason(
                                session(
                                        time(2, START),
                                        value(5, ENUM, 1),
                                        value(11, UINT32, 0x8000_0000L))))
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void recordsNeedTimesThatDoNotGoBack() {
        assertThat(reason(whole().message(RECORD, value(3, UINT8, 120)))).isEqualTo(Reason.NO_TIME);
        assertThat(reason(whole().message(RECORD, value(253, UINT32, 0xFFFF_FFFFL))))
                .isEqualTo(Reason.NO_TIME);
        assertThat(reason(whole().message(RECORD, TIME))).isNull();
        assertThat(reason(whole().message(RECORD, time(253, START.minusSeconds(1)))))
                .isEqualTo(Reason.TIME_GOES_BACK);
    }

    @Test
    void aClockFurtherFromUtcThanAnyIsRefused() {
        FitBytes bytes =
                new FitBytes(LITTLE_ENDIAN)
                        .message(FILE_ID, value(0, ENUM, 4))
                        .message(SESSION, time(2, START), value(5, ENUM, 1));
        assertThat(reason(bytes.message(ACTIVITY, TIME, time(5, START.plusSeconds(64_801)))))
                .isEqualTo(Reason.MALFORMED);
    }

    private static FitBytes session(FitBytes.Value... values) {
        return FitBytes.activity(LITTLE_ENDIAN).message(SESSION, values);
    }

    private static FitBytes whole() {
        return FitBytes.activity(LITTLE_ENDIAN)
                .message(SESSION, time(2, START), value(5, ENUM, 1), value(11, UINT16, 3))
                .message(RECORD, TIME, value(3, UINT8, 120));
    }

    private static byte[] flipped(byte[] file, int bit) {
        byte[] flipped = file.clone();
        flipped[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
        return flipped;
    }

    private static @Nullable Reason reason(FitBytes bytes) {
        return reason(bytes.file());
    }

    /** Null if it is an activity. */
    private static @Nullable Reason reason(byte[] file) {
        NotAnActivityException refusal =
                catchThrowableOfType(NotAnActivityException.class, () -> FitActivity.read(file));
        return refusal == null ? null : refusal.reason();
    }
}
