package io.pulseline.localstack.play;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Values of topics, one file per message key, in the order in which they were added: together they
 * are far larger than a heap, one person's are not.
 */
final class RecordSpill implements AutoCloseable {
    private final Path folder;
    private final Map<String, DataOutputStream> files = new LinkedHashMap<>();

    RecordSpill(Path folder) {
        this.folder = folder;
    }

    void add(String key, String topic, byte[] value) {
        try {
            DataOutputStream file = files.get(key);
            if (file == null) {
                Files.createDirectories(folder);
                file =
                        new DataOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(file(key))));
                files.put(key, file);
            }
            file.writeUTF(topic);
            file.writeInt(value.length);
            file.write(value);
        } catch (IOException e) {
            throw new UncheckedIOException("records cannot be put aside in " + folder, e);
        }
    }

    Set<String> keys() {
        return files.keySet();
    }

    /** Hands over topic and value of everything with this key; nothing can be added any more. */
    void read(String key, BiConsumer<String, byte[]> reader) {
        if (!files.containsKey(key)) {
            return;
        }
        close();
        try (DataInputStream file =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file(key))))) {
            readToEnd(file, reader);
        } catch (IOException e) {
            throw new UncheckedIOException("records put aside in " + folder + " are lost", e);
        }
    }

    private static void readToEnd(DataInputStream file, BiConsumer<String, byte[]> reader)
            throws IOException {
        while (true) {
            String topic;
            try {
                topic = file.readUTF();
            } catch (EOFException _) {
                return;
            }
            byte[] value = new byte[file.readInt()];
            file.readFully(value);
            reader.accept(topic, value);
        }
    }

    /** Keys are user ids: UUIDs, or whatever a foreign producer wrote. */
    private Path file(String key) {
        return folder.resolve(key.replaceAll("[^A-Za-z0-9-]", "_") + ".records");
    }

    @Override
    public void close() {
        for (DataOutputStream file : files.values()) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException("records cannot be put aside in " + folder, e);
            }
        }
    }
}
