package io.pulseline.localstack.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Finds the process that listens on a port, where there is {@code /proc} and we may read it. */
final class PortOwner {
    private static final Path PROC = Path.of("/proc");

    /** Columns of {@code /proc/net/tcp}: local address, connection state, inode. */
    private static final int LOCAL_ADDRESS = 1;

    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTEN = "0A";

    private PortOwner() {}

    static OptionalLong of(int port) {
        Set<String> sockets = new HashSet<>();
        sockets.addAll(listening(PROC.resolve("net/tcp"), port));
        sockets.addAll(listening(PROC.resolve("net/tcp6"), port));
        if (sockets.isEmpty()) {
            return OptionalLong.empty();
        }
        return ProcessHandle.allProcesses()
                .mapToLong(ProcessHandle::pid)
                .filter(pid -> hasAny(pid, sockets))
                .findFirst();
    }

    private static Set<String> listening(Path table, int port) {
        Set<String> sockets = new HashSet<>();
        try {
            List<String> lines = Files.readAllLines(table);
            for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                String[] columns = line.strip().split("\\s+", -1);
                String hexPort = columns[LOCAL_ADDRESS].split(":", -1)[1];
                if (columns[STATE].equals(LISTEN) && Integer.parseInt(hexPort, 16) == port) {
                    sockets.add("socket:[" + columns[INODE] + "]");
                }
            }
        } catch (IOException _) {
            return Set.of();
        }
        return sockets;
    }

    private static boolean hasAny(long pid, Set<String> sockets) {
        Path descriptors = PROC.resolve(Long.toString(pid)).resolve("fd");
        try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
            for (Path link : links) {
                if (sockets.contains(target(link))) {
                    return true;
                }
            }
        } catch (IOException _) {
            // Gone meanwhile, or of another user: not ours to know.
            return false;
        }
        return false;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException _) {
            return "";
        }
    }
}
