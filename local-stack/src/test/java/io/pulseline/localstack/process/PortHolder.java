package io.pulseline.localstack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;

/** Holds a port, some memory and many threads: a program that takes a moment to die. */
final class PortHolder {
    private static final int MEMORY_BYTES = 64 * 1024 * 1024;
    private static final int THREADS = 100;

    private PortHolder() {}

    public static void main(String[] arguments) throws IOException {
        byte[] memory = new byte[MEMORY_BYTES];
        Arrays.fill(memory, (byte) 1);
        try (ServerSocket server =
                new ServerSocket(
                        Integer.parseInt(arguments[0]), 1, InetAddress.getLoopbackAddress())) {
            for (int thread = 0; thread < THREADS; thread++) {
                Thread.ofPlatform()
                        .start(() -> {
                            synchronized (memory) {
                                memory[0]++;
                            }
                            accept(server);
                        });
            }
            accept(server);
        }
    }

    private static void accept(ServerSocket server) {
        try {
            while (!server.isClosed()) {
                server.accept().close();
            }
        } catch (IOException _) {
            return;
        }
    }
}
