package io.pulseline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.garmin.fit.Decode;
import com.garmin.fit.FitDecoder;
import com.garmin.fit.FitMessages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder that one pipeline has in the file archive. */
record ArchiveFiles(RunningStack stack, String folder) {

    /** Names of the files that are there whole. */
    List<String> names() throws IOException {
        Optional<Path> place = place();
        if (place.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place.get())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .toList();
        }
    }

    /** A file as Garmin's own decoder reads it, its checksum looked at. */
    FitMessages fit(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(place().orElseThrow().resolve(name));
        assertThat(new Decode().checkFileIntegrity(new ByteArrayInputStream(bytes)))
                .as("checksum of the FIT file")
                .isTrue();
        return new FitDecoder().decode(new ByteArrayInputStream(bytes));
    }

    private Optional<Path> place() throws IOException {
        try (Stream<Path> users = Files.list(stack.archive())) {
            return users.map(user -> user.resolve(folder)).filter(Files::isDirectory).findFirst();
        }
    }
}
