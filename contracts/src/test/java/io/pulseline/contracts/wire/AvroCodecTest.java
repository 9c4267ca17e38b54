package io.pulseline.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.SourceNotification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to and from the real registry is shown in the services' tests. */
class AvroCodecTest {
    private final SourceNotification notification =
            SourceNotification.newBuilder().setOwnerId("9XZ2Q7").setLocalDate("2026-10-03").build();
    private final StubRegistry registry = new StubRegistry(SourceNotification.getClassSchema());
    private final AvroCodec<SourceNotification> codec = codec(registry.url());

    @AfterEach
    void close() {
        codec.close();
        registry.close();
    }

    @Test
    void aValueIsReadWithTheSchemaOfItsId() {
        assertThat(codec.decode(value(1))).isEqualTo(notification);
    }

    @Test
    void aSchemaOnceKnownOutlivesTheRegistry() {
        codec.decode(value(1));
        registry.failWith(503);

        assertThat(codec.decode(value(1))).isEqualTo(notification);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429, 500, 503})
    void aRegistryThatFailsIsACaseForWaiting(int status) {
        registry.failWith(status);
        assertThatThrownBy(() -> codec.decode(value(1)))
                .isInstanceOf(RegistryUnavailableException.class);

        registry.failWith(0);
        assertThat(codec.decode(value(1))).isEqualTo(notification);
    }

    @Test
    void aRegistryThatIsAwayIsACaseForWaiting() {
        registry.close();

        assertThatThrownBy(() -> codec.decode(value(1)))
                .isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(() -> codec.encode(notification))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(Topics.SOURCE_NOTIFICATIONS);
    }

    @Test
    void aSchemaThatWasNotRegisteredIsACaseForWaitingToo() {
        assertThatThrownBy(() -> codec.encode(notification))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void anIdThatTheRegistryDoesNotKnowIsUndecodable() {
        assertThatThrownBy(() -> codec.decode(value(77))).isInstanceOf(UndecodableException.class);
    }

    @Test
    void bytesThatDoNotFollowTheirSchemaAreUndecodable() {
        byte[] whole = value(1);
        byte[] cutOff = Arrays.copyOf(whole, whole.length - 3);
        byte[] endlessNumber = Arrays.copyOf(whole, 40);
        Arrays.fill(endlessNumber, 5, 40, (byte) 0xFF);

        for (byte[] value : new byte[][] {cutOff, endlessNumber, Arrays.copyOf(whole, 5)}) {
            assertThatThrownBy(() -> codec.decode(value)).isInstanceOf(UndecodableException.class);
        }
    }

    @Test
    void bytesInAnotherFormatAreUndecodableWithoutAskingAnybody() {
        for (byte[] value :
                new byte[][] {
                    {}, {0, 0, 0}, "{\"json\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8)
                }) {
            assertThatThrownBy(() -> codec.decode(value))
                    .isInstanceOf(UndecodableException.class)
                    .hasMessageContaining("magic byte");
        }
        assertThat(registry.asked()).isEmpty();
    }

    private static AvroCodec<SourceNotification> codec(String url) {
        return new AvroCodec<>(url, Topics.SOURCE_NOTIFICATIONS, SourceNotification.class);
    }

    private byte[] value(int schemaId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(schemaId).array());
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new SpecificDatumWriter<>(SourceNotification.class).write(notification, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
