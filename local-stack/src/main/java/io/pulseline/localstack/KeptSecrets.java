package io.pulseline.localstack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Secrets of a simulated application, made once and kept in a file that only we may read. */
final class KeptSecrets {
    private final Properties properties;

    private KeptSecrets(Properties properties) {
        this.properties = properties;
    }

    /**
     * Those of a file. One at a time: parts start beside each other, and must share what one made.
     *
     * @param atFirst what the file holds if it has to be made
     */
    static synchronized KeptSecrets of(Path file, String atFirst) {
        if (!Files.exists(file)) {
            StateFolder.writePrivate(file, atFirst);
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        return new KeptSecrets(properties);
    }

    /** Empty if the file does not name it. */
    String get(String name) {
        return properties.getProperty(name, "");
    }
}
