package io.pulseline.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void aTakenPortIsNamedWithWhoWantsItAndWhoHasIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Ports.requireFree(port, "the proxy"))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("port " + port + ", which the proxy needs")
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void aServerOnAllAddressesTakesThePortToo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
        }
    }

    @Test
    void aChosenPortIsFree() {
        int port = Ports.free();

        assertThat(port).isBetween(20_000, 31_999);
        assertThatCode(() -> Ports.requireFree(port, "nobody")).doesNotThrowAnyException();
    }
}
