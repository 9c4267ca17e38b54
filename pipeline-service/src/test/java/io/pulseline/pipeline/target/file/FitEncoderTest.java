package io.pulseline.pipeline.target.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FitEncoderTest {
    /** 2026-09-01T16:00:00Z. */
    private static final long START = 1_157_212_800;

    /** The test vector of the fact sheet: two records of a run. */
    private static final String VECTOR =
            "0e105408330100002e464954151040000000000500010001028402028403048c0404860004ff000100010000"
                    + "0080aaf944410000150003fd04860001000101000180aaf9440000420000140006fd04860004850104"
                    + "850202840301020504860280aaf944528697273cfdef08f6097800000000028aaaf944a48f97278e06"
                    + "f008f7097cf6090000018aaaf9440004430000130008fe0284fd048600010001010002048607048608"
                    + "04860904860300008aaaf944090180aaf9441027000010270000f609000044000012000ffe0284fd04"
                    + "860001000101000204860501000601000704860804860904860b02841001021101021902841a028404"
                    + "00008aaaf944080180aaf94401001027000010270000f609000003007a7c00000100450000220006fd"
                    + "0486000486010284020100030100040100058aaaf944102700000100001a0172f1";

    @Test
    void theTestVectorIsWrittenByteForByte() {
        FitEncoder encoder = new FitEncoder();
        encoder.write(
                FitData.of(0)
                        .with(0, FitBase.ENUM, 4L)
                        .with(1, FitBase.UINT16, 255L)
                        .with(2, FitBase.UINT16, 1L)
                        .with(3, FitBase.UINT32Z, 1L)
                        .with(4, FitBase.UINT32, START));
        encoder.write(timer(START, 0));
        encoder.write(record(START, 664241746, 149945660, 2550, 120, 0));
        encoder.write(record(START + 10, 664244132, 149948046, 2551, 124, 2550));
        encoder.write(timer(START + 10, 4));
        encoder.write(part(19, 9));
        encoder.write(session());
        encoder.write(
                FitData.of(34)
                        .with(253, FitBase.UINT32, START + 10)
                        .with(0, FitBase.UINT32, 10_000L)
                        .with(1, FitBase.UINT16, 1L)
                        .with(2, FitBase.ENUM, 0L)
                        .with(3, FitBase.ENUM, 26L)
                        .with(4, FitBase.ENUM, 1L));

        assertThat(HexFormat.of().formatHex(encoder.file())).isEqualTo(VECTOR);
    }

    private static FitData timer(long second, long what) {
        return FitData.of(21)
                .with(253, FitBase.UINT32, second)
                .with(0, FitBase.ENUM, 0L)
                .with(1, FitBase.ENUM, what);
    }

    private static FitData record(
            long second, long latitude, long longitude, long altitude, long beats, long distance) {
        return FitData.of(20)
                .with(253, FitBase.UINT32, second)
                .with(0, FitBase.SINT32, latitude)
                .with(1, FitBase.SINT32, longitude)
                .with(2, FitBase.UINT16, altitude)
                .with(3, FitBase.UINT8, beats)
                .with(5, FitBase.UINT32, distance);
    }

    private static FitData part(int kind, long event) {
        FitData part =
                FitData.of(kind)
                        .with(254, FitBase.UINT16, 0L)
                        .with(253, FitBase.UINT32, START + 10)
                        .with(0, FitBase.ENUM, event)
                        .with(1, FitBase.ENUM, 1L)
                        .with(2, FitBase.UINT32, START);
        return kind == 18 ? part : sums(part);
    }

    private static FitData session() {
        FitData sport = part(18, 8).with(5, FitBase.ENUM, 1L).with(6, FitBase.ENUM, 0L);
        return sums(sport)
                .with(11, FitBase.UINT16, 3L)
                .with(16, FitBase.UINT8, 122L)
                .with(17, FitBase.UINT8, 124L)
                .with(25, FitBase.UINT16, 0L)
                .with(26, FitBase.UINT16, 1L);
    }

    private static FitData sums(FitData part) {
        return part.with(7, FitBase.UINT32, 10_000L)
                .with(8, FitBase.UINT32, 10_000L)
                .with(9, FitBase.UINT32, 2550L);
    }
}
