package io.pulseline.localstack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file. */
public final class LogTail {
    /** Enough for any tail we show; a log may be far larger than the memory. */
    private static final int MOST_BYTES = 64 * 1024;

    private static final int MOST_CHARACTERS_OF_A_LINE = 300;

    private LogTail() {}

    /** The last lines for an error message: fewer, and long ones cut. */
    public static String inShort(Path log) {
        return String.join(System.lineSeparator(), of(log, 15).stream().map(LogTail::cut).toList());
    }

    private static String cut(String line) {
        return line.length() <= MOST_CHARACTERS_OF_A_LINE
                ? line
                : line.substring(0, MOST_CHARACTERS_OF_A_LINE) + " ...";
    }

    /** The last lines, oldest first; none if the file cannot be read. */
    public static List<String> of(Path log, int lines) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - MOST_BYTES);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            List<String> all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException _) {
            return List.of();
        }
    }
}
