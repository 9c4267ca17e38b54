package io.pulseline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private static final String FOLDER = "asyncapi/";

    private static JsonNode document;
    private static final Map<String, JsonNode> CHANNELS = new HashMap<>();

    @BeforeAll
    static void read() throws Exception {
        document = new YAMLMapper().readTree(RecordTypes.resource(FOLDER + "asyncapi.yaml"));
        document.get("channels")
                .forEach(channel -> CHANNELS.put(channel.get("address").asText(), channel));
    }

    @Test
    void itIsAsyncApiThree() {
        assertThat(document.get("asyncapi").asText()).isEqualTo("3.0.0");
    }

    @Test
    void everyTopicIsAChannelAndEveryChannelATopic() {
        assertThat(CHANNELS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Topics.all().stream().map(Topic::name).toList());
    }

    @Test
    void partitionsAndSettingsAreThoseOfTheTopics() {
        for (Topic topic : Topics.all()) {
            JsonNode kafka = channel(topic).at("/bindings/kafka");
            assertThat(kafka.get("partitions").asInt())
                    .as(topic.name())
                    .isEqualTo(topic.partitions());
            Map<String, String> settings = new HashMap<>();
            kafka.get("topicConfiguration")
                    .properties()
                    .forEach(setting ->
                            settings.put(
                                    setting.getKey(),
                                    setting.getValue().isArray()
                                            ? setting.getValue().get(0).asText()
                                            : setting.getValue().asText()));
            assertThat(settings).as(topic.name()).isEqualTo(topic.configuration());
        }
    }

    @Test
    void everyTopicsMessageNamesItsSchemaKeyAndHeaders() {
        for (Topic topic : Topics.all()) {
            JsonNode message = message(topic);
            Schema expected = topic.valueSchema();
            if (expected != null) {
                JsonNode payload = message.at("/payload");
                Schema schema =
                        new Schema.Parser().parse(linked(payload.at("/schema/$ref").asText()));
                assertThat(payload.get("schemaFormat").asText())
                        .startsWith("application/vnd.apache.avro");
                assertThat(schema).as(topic.name()).isEqualTo(expected);
                assertThat(linked(message.get("x-sample").asText())).isNotBlank();
                assertThat(linked(message.get("x-json-schema").asText()))
                        .contains(expected.getFullName());
                assertThat(message.get("x-ce-type")).isEqualTo(message.get("name"));
            }
            assertThat(message.at("/bindings/kafka/key/description").asText()).isNotBlank();
            assertThat(document.at(message.at("/headers/$ref").asText().substring(1)).isObject())
                    .isTrue();
        }
    }

    @Test
    void everyInnerReferenceLeadsSomewhere() {
        List<String> references = new ArrayList<>();
        document.findValuesAsText("$ref", references);

        assertThat(references)
                .filteredOn(reference -> reference.startsWith("#"))
                .isNotEmpty()
                .allMatch(reference -> !document.at(reference.substring(1)).isMissingNode());
    }

    private static JsonNode channel(Topic topic) {
        return CHANNELS.getOrDefault(topic.name(), document.path("nothing"));
    }

    private static JsonNode message(Topic topic) {
        String reference = channel(topic).get("messages").elements().next().get("$ref").asText();
        return document.at(reference.substring(1));
    }

    /** A file that the document links to, as it lies in the jar. */
    private static String linked(String reference) {
        return RecordTypes.resource(reference.replaceFirst("^\\.\\./", ""));
    }
}
