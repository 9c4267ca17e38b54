package io.pulseline.localstack.play;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordSpillTest {
    @TempDir private Path folder = Path.of("");

    private static List<String> read(RecordSpill spill, String key) {
        List<String> read = new ArrayList<>();
        spill.read(key, (topic, value) -> read.add(topic + "=" + new String(value, UTF_8)));
        return read;
    }

    @Test
    void everyKeyGetsItsOwnValuesBackInOrder() {
        try (RecordSpill spill = new RecordSpill(folder.resolve("records"))) {
            spill.add("anna", "steps", "1".getBytes(UTF_8));
            spill.add("ben/../x", "sleep", "2".getBytes(UTF_8));
            spill.add("anna", "sleep", "3".getBytes(UTF_8));

            assertThat(read(spill, "anna")).containsExactly("steps=1", "sleep=3");
            assertThat(read(spill, "ben/../x")).containsExactly("sleep=2");
            assertThat(read(spill, "nobody")).isEmpty();
        }
    }
}
