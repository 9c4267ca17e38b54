package io.pulseline.pipeline.target.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * A file with its name, and how both lie in the ledger: the name, a line feed, the file.
 *
 * @param name without a line feed
 * @param bytes not copied; empty for a record that is deleted
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ArchivedFile(String name, byte[] bytes) {
    private static final byte LINE_FEED = '\n';

    byte[] packed() {
        byte[] line = (name + "\n").getBytes(UTF_8);
        byte[] packed = Arrays.copyOf(line, line.length + bytes.length);
        System.arraycopy(bytes, 0, packed, line.length, bytes.length);
        return packed;
    }

    /**
     * What was {@link #packed}.
     *
     * @throws IllegalArgumentException if it is nothing of the kind
     */
    static ArchivedFile of(byte[] packed) {
        int end = 0;
        while (end < packed.length && packed[end] != LINE_FEED) {
            end++;
        }
        if (end == packed.length) {
            throw new IllegalArgumentException("the ledger's content has no name of a file");
        }
        return new ArchivedFile(
                new String(packed, 0, end, UTF_8),
                Arrays.copyOfRange(packed, end + 1, packed.length));
    }
}
