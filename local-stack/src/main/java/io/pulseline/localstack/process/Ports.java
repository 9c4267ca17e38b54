package io.pulseline.localstack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine's loopback address. */
public final class Ports {
    /** Below the range from which Linux takes the ports of outgoing connections. */
    private static final int FIRST_CHOSEN = 20_000;

    private static final int END_CHOSEN = 32_000;

    private Ports() {}

    /** A port nobody listens on right now, 20000 to 31999. */
    public static int free() {
        for (int tried = 0; tried < 1_000; tried++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_CHOSEN, END_CHOSEN);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException(
                "no free port found from " + FIRST_CHOSEN + " to " + (END_CHOSEN - 1));
    }

    /** Whether a server could listen on this port, on loopback and on all addresses. */
    public static boolean isFree(int port) {
        return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && canBind(new InetSocketAddress(port));
    }

    private static boolean canBind(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            // A port whose last connections linger in TIME_WAIT is free for every server we start.
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /**
     * Passes only if the port is free.
     *
     * @param wantedBy the part that needs it, for the message
     */
    public static void requireFree(int port, String wantedBy) {
        if (!isFree(port)) {
            throw new PortTakenException(port, wantedBy, PortOwner.of(port));
        }
    }
}
