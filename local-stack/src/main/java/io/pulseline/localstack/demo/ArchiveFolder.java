package io.pulseline.localstack.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The demo's folder in the archive, whoever its user is. */
record ArchiveFolder(Path root, String name) {

    /** The one file of a record; empty if it is not there yet. */
    Optional<byte[]> file(String recordId, String ending) throws IOException {
        Optional<Path> found =
                files().stream()
                        .filter(file -> file.toString().contains(recordId))
                        .filter(file -> file.toString().endsWith("." + ending))
                        .findFirst();
        return found.isPresent() ? Optional.of(Files.readAllBytes(found.get())) : Optional.empty();
    }

    /** The tables by the names of their files. */
    Map<String, String> tables() throws IOException {
        Map<String, String> tables = new TreeMap<>();
        for (Path file : files()) {
            String table = file.getFileName().toString();
            if (table.endsWith(".csv")) {
                tables.put(table, Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return tables;
    }

    private List<Path> files() throws IOException {
        Optional<Path> folder = folder();
        if (folder.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.toList();
        }
    }

    /** Below the folder of some user. */
    private Optional<Path> folder() throws IOException {
        try (Stream<Path> users = Files.list(root)) {
            return users.map(user -> user.resolve(name)).filter(Files::isDirectory).findFirst();
        }
    }
}
