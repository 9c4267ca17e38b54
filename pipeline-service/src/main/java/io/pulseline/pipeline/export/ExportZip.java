package io.pulseline.pipeline.export;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP file that is written line by line and grows no larger than allowed. */
final class ExportZip implements Closeable {
    private final ZipOutputStream zip;

    /** It would have become larger than allowed. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(long most) {
            super("larger than " + most + " bytes");
        }
    }

    ExportZip(Path file, long most) throws IOException {
        zip =
                new ZipOutputStream(
                        new Bounded(new BufferedOutputStream(Files.newOutputStream(file)), most));
    }

    /** What follows is of this file. */
    void file(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
    }

    void line(byte[] text) throws IOException {
        zip.write(text);
        zip.write('\n');
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Bounded extends FilterOutputStream {
        private final long most;
        private long written;

        Bounded(OutputStream out, long most) {
            super(out);
            this.most = most;
        }

        @Override
        public void write(int next) throws IOException {
            count(1);
            out.write(next);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            count(length);
            out.write(bytes, from, length);
        }

        private void count(int length) throws IOException {
            written += length;
            if (written > most) {
                throw new TooLargeException(most);
            }
        }
    }
}
