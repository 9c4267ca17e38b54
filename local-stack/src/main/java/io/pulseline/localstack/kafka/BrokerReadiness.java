package io.pulseline.localstack.kafka;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Asks a broker which requests it knows. Its port opens seconds before it answers, and a whole
 * client for one question would cost a second of CPU time.
 */
public final class BrokerReadiness {
    private static final int TIMEOUT_MILLISECONDS = 1_000;
    private static final short API_VERSIONS = 18;
    private static final short VERSION = 0;
    private static final int CORRELATION = 1;
    private static final short NO_CLIENT_ID = -1;

    /** Two short numbers, one number, one short number. */
    private static final int REQUEST_BYTES = 10;

    private BrokerReadiness() {}

    /** Whether the broker at this port of the loopback address answers within a second. */
    public static boolean isReady(int port) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLISECONDS);
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    TIMEOUT_MILLISECONDS);
            DataOutputStream request = new DataOutputStream(socket.getOutputStream());
            request.writeInt(REQUEST_BYTES);
            request.writeShort(API_VERSIONS);
            request.writeShort(VERSION);
            request.writeInt(CORRELATION);
            request.writeShort(NO_CLIENT_ID);
            request.flush();
            DataInputStream answer = new DataInputStream(socket.getInputStream());
            boolean hasBody = answer.readInt() > Integer.BYTES;
            return hasBody && answer.readInt() == CORRELATION;
        } catch (IOException _) {
            return false;
        }
    }
}
