package io.pulseline.contracts.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.pulseline.contracts.ContentHash;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.RecordTypes;
import io.pulseline.contracts.Revision;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.pipeline.RunChanged;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.wire.PartBytes;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("types")
    void aSampleReadAndWrittenIsTheSampleAgainSoItHasEveryFieldAndNoOther(
            Class<? extends SpecificRecord> type) throws Exception {
        JsonNode sample = JSON.readTree(sample(type));

        JsonNode written = RecordJson.tree(RecordJson.read(sample, type), Set.of());

        assertThat(written).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("types")
    void aSampleFitsItsJsonSchema(Class<? extends SpecificRecord> type) {
        assertThat(validate(type, sample(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theJsonSchemaIsInStepWithTheAvroSchema(Class<? extends SpecificRecord> type) {
        String schema = JsonSchemas.of(RecordTypes.schemaOf(type)).toPrettyString() + "\n";

        assertThat(RecordTypes.generated(schemaName(type), schema))
                .as("run ./mvnw -pl contracts test -Dpulseline.regenerate=yes")
                .isEqualTo(schema);
    }

    @Test
    void theJsonSchemaRefusesWhatIsWrong() {
        assertThat(validate(Activity.class, "{\"steps\": 12.5}")).isNotEmpty();
        assertThat(validate(Activity.class, "{\"steps\": 3000000000}")).isNotEmpty();
        assertThat(validate(Activity.class, "{\"title\": 7}")).isNotEmpty();
        assertThat(validate(Activity.class, "{\"heartRate\": {\"beatsPerMinute\": [null]}}"))
                .isNotEmpty();
        assertThat(
                        validate(
                                Activity.class,
                                "{\"track\": {\"altitudeMetres\": [null]}, \"new\": 1}"))
                .isEmpty();
    }

    @Test
    void theSamplesTellOneTrueStory() throws Exception {
        Activity activity = RecordJson.read(JSON.readTree(sample(Activity.class)), Activity.class);
        PayloadCaptured payload =
                RecordJson.read(
                        JSON.readTree(sample(PayloadCaptured.class)), PayloadCaptured.class);
        RunChanged run = RecordJson.read(JSON.readTree(sample(RunChanged.class)), RunChanged.class);

        UUID recordId =
                Ids.record(UUID.fromString(payload.getUser()), "activity", payload.getThingKey());
        assertThat(activity.getRecordId()).isEqualTo(recordId.toString());
        assertThat(activity.getRevision())
                .isEqualTo(Revision.of(payload.getCapturedEpochMillis(), 1));
        assertThat(activity.getContentHash()).isEqualTo(ContentHash.of(activity));
        assertThat(run.getRunId())
                .isEqualTo(Ids.run(UUID.fromString(run.getPipelineId()), recordId).toString());
        assertThat(payload.getParts())
                .extracting(part -> new String(PartBytes.body(part), UTF_8))
                .allMatch(body -> body.startsWith("{") && body.endsWith("}"));
    }

    @ParameterizedTest
    @MethodSource("healthTypes")
    void theSampleOfAHealthRecordHasTheIdRevisionAndHashThatItsContentGives(
            Class<? extends SpecificRecord> type, String recordType) throws Exception {
        JsonNode sample = JSON.readTree(sample(type));
        UUID user = UUID.fromString(sample.get("user").textValue());
        JsonNode provenance = sample.get("provenance");

        assertThat(sample.get("recordId").textValue())
                .isEqualTo(Ids.record(user, recordType, key(sample)).toString());
        assertThat(sample.get("revision").longValue())
                .isEqualTo(
                        Revision.of(
                                provenance.get("capturedEpochMillis").longValue(),
                                provenance.get("mappingVersion").intValue()));
        assertThat(sample.get("contentHash").textValue())
                .isEqualTo(ContentHash.of(RecordJson.read(sample, type)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void theColumnsOfASeriesInASampleAreOfOneLength(Class<? extends SpecificRecord> type)
            throws Exception {
        for (JsonNode series : JSON.readTree(sample(type)).findParents("offsetMilliseconds")) {
            int rows = series.get("offsetMilliseconds").size();

            assertThat(series)
                    .filteredOn(JsonNode::isArray)
                    .hasSizeGreaterThan(1)
                    .allMatch(column -> column.size() == rows);
        }
    }

    static List<Class<? extends SpecificRecord>> types() {
        return RecordTypes.all();
    }

    static Stream<Arguments> healthTypes() {
        return RecordTypes.health().entrySet().stream()
                .map(type -> Arguments.of(type.getKey(), type.getValue()));
    }

    private static String key(JsonNode record) {
        if (record.has("thingKey")) {
            return record.get("thingKey").textValue();
        }
        String date = record.get("localDate").textValue();
        return record.has("slot")
                ? Ids.slotKey(LocalDate.parse(date), record.get("slot").intValue())
                : date;
    }

    private static String sample(Class<? extends SpecificRecord> type) {
        return RecordTypes.resource("samples/" + type.getSimpleName() + ".json");
    }

    private static String schemaName(Class<? extends SpecificRecord> type) {
        return "json-schema/" + type.getSimpleName() + ".schema.json";
    }

    private static List<com.networknt.schema.Error> validate(
            Class<? extends SpecificRecord> type, String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JsonSchemas.of(RecordTypes.schemaOf(type)).toString())
                .validate(json, InputFormat.JSON);
    }
}
