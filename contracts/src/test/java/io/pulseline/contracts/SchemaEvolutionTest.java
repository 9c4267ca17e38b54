package io.pulseline.contracts;

import static org.apache.avro.SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * FULL_TRANSITIVE: readers of any release understand writers of any other. Folders of {@code
 * src/main/avro-released} are never changed; a release adds one.
 */
class SchemaEvolutionTest {
    private static final Path RELEASED = Path.of("src", "main", "avro-released");

    @ParameterizedTest
    @MethodSource("types")
    void everyReleasedSchemaReadsTheCurrentOneAndTheOtherWayRound(
            Class<? extends SpecificRecord> type) throws IOException {
        Schema current = RecordTypes.schemaOf(type);
        for (Path file : released(type)) {
            Schema released = new Schema.Parser().parse(Files.readString(file));
            assertReads(current, released, file);
            assertReads(released, current, file);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyFieldHasADefault(Class<? extends SpecificRecord> type) {
        Schema schema = RecordTypes.schemaOf(type);

        for (Schema record : records(schema, new HashSet<>())) {
            assertThat(record.getFields())
                    .as(record.getFullName())
                    .allMatch(Schema.Field::hasDefaultValue);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void theResolvedSchemaInTheJarIsTheCurrentOne(Class<? extends SpecificRecord> type) {
        String schema = RecordTypes.schemaOf(type).toString(true) + "\n";

        assertThat(RecordTypes.generated("avro/" + type.getSimpleName() + ".avsc", schema))
                .as("run ./mvnw -pl contracts test -Dpulseline.regenerate=yes")
                .isEqualTo(schema);
    }

    @Test
    void everyTopicsTypeIsLookedAt() {
        assertThat(RecordTypes.all())
                .extracting(type -> RecordTypes.schemaOf(type).getFullName())
                .containsExactlyInAnyOrderElementsOf(
                        Topics.all().stream()
                                .map(Topic::valueSchema)
                                .filter(Objects::nonNull)
                                .map(Schema::getFullName)
                                .distinct()
                                .toList());
    }

    static List<Class<? extends SpecificRecord>> types() {
        return RecordTypes.all();
    }

    private static List<Path> released(Class<? extends SpecificRecord> type) throws IOException {
        try (Stream<Path> files = Files.walk(RELEASED)) {
            return files.filter(file -> file.endsWith(type.getSimpleName() + ".avsc")).toList();
        }
    }

    private static void assertReads(Schema reader, Schema writer, Path released) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        assertThat(result.getType())
                .as("%s: %s", released, result.getResult().getIncompatibilities())
                .isEqualTo(COMPATIBLE);
    }

    private static Set<Schema> records(Schema schema, Set<Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.add(schema)) {
                    schema.getFields().forEach(field -> records(field.schema(), found));
                }
            }
            case UNION -> schema.getTypes().forEach(branch -> records(branch, found));
            case ARRAY -> records(schema.getElementType(), found);
            case MAP -> records(schema.getValueType(), found);
            default -> {
                // No fields inside.
            }
        }
        return found;
    }
}
