package io.pulseline.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.pulseline.contracts.source.PayloadPart;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PartBytesTest {
    @Property
    void whatIsPackedComesOutByteForByte(@ForAll byte[] body) {
        assertThat(PartBytes.body(part(body.length, PartBytes.compress(body)))).isEqualTo(body);
    }

    @Property
    void noRubbishIsTakenForABody(@ForAll byte[] rubbish) {
        assertThatThrownBy(() -> PartBytes.body(part(rubbish.length + 1, ByteBuffer.wrap(rubbish))))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("tcx");
    }

    @Test
    void aBombIsStoppedAtItsDeclaredSize() {
        byte[] bomb = Zstd.compress(new byte[200 * 1024 * 1024], 3);

        assertThatThrownBy(() -> PartBytes.body(part(1000, ByteBuffer.wrap(bomb))))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("holds more");
    }

    @Test
    void moreThanSixtyFourMebibytesCannotBeDeclared() {
        ByteBuffer nothing = PartBytes.compress(new byte[0]);

        assertThatThrownBy(() ->
                        PartBytes.body(part(PartBytes.MAXIMUM_UNCOMPRESSED_BYTES + 1, nothing)))
                .isInstanceOf(UndecodableException.class);
        assertThatThrownBy(() -> PartBytes.body(part(-1, nothing)))
                .isInstanceOf(UndecodableException.class);
    }

    @Test
    void lessThanDeclaredOrCutOffIsRefused() {
        byte[] body = "a body".getBytes(StandardCharsets.UTF_8);
        ByteBuffer packed = PartBytes.compress(body);
        ByteBuffer cut = packed.duplicate().limit(packed.limit() - 2);

        assertThatThrownBy(() -> PartBytes.body(part(7, packed)))
                .isInstanceOf(UndecodableException.class);
        assertThatThrownBy(() -> PartBytes.body(part(6, cut)))
                .isInstanceOf(UndecodableException.class);
    }

    @Test
    void aPartWithoutBytesIsEmptyOnlyIfItSaysSo() {
        ByteBuffer none = ByteBuffer.allocate(0);

        assertThat(PartBytes.body(part(0, none))).isEmpty();
        assertThatThrownBy(() -> PartBytes.body(part(3, none)))
                .isInstanceOf(UndecodableException.class);
    }

    @Test
    void readingLeavesThePartAsItIs() {
        PayloadPart part = part(2, PartBytes.compress(new byte[2]));

        PartBytes.body(part);

        assertThat(PartBytes.body(part)).hasSize(2);
    }

    private static PayloadPart part(long declared, ByteBuffer bytes) {
        return PayloadPart.newBuilder()
                .setKind("tcx")
                .setUncompressedBytes(declared)
                .setZstd(bytes)
                .build();
    }
}
