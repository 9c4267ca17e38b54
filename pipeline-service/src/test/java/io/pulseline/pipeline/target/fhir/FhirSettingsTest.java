package io.pulseline.pipeline.target.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.target.Content;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.TargetChoice;
import io.pulseline.pipeline.target.fhir.observation.HealthRecords;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FhirSettingsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Desk desk = new Desk("https://fhir.example/r4/");

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void addressAndPatientAreEnough() throws JsonProcessingException {
        TargetChoice choice = read("").orElseThrow();

        assertThat(choice.secret()).isEmpty();
        assertThat(choice.configuration().path("write").asText()).isEqualTo("conditional-update");
        assertThat(choice.configuration().path("records")).hasSize(7);
        assertThat(desk.target().secretNeeded(choice.configuration())).isEmpty();
        assertThat(desk.target().place(choice.configuration()))
                .isEqualTo("https://fhir.example/r4 Patient/123");
    }

    @Test
    void aTokenEndpointThatMovesIsAnotherPlace() throws JsonProcessingException {
        String client =
                ",\"authentication\":\"client-credentials\",\"clientId\":\"c\",\"tokenUrl\":";
        TargetChoice one = read(client + "\"https://a.example/token\"").orElseThrow();
        TargetChoice other = read(client + "\"https://b.example/token\"").orElseThrow();

        assertThat(desk.target().place(one.configuration()))
                .isNotEqualTo(desk.target().place(other.configuration()));
        assertThat(desk.target().secretNeeded(one.configuration())).hasValue("the client secret");
    }

    @Test
    void theSecretIsTakenAndNotShown() throws JsonProcessingException {
        TargetChoice choice =
                read(",\"authentication\":\"bearer\",\"secret\":\"abc.def\"").orElseThrow();

        assertThat(choice.secret()).hasValue("abc.def");
        assertThat(choice.configuration().toString()).doesNotContain("abc.def");
        assertThat(desk.target().secretNeeded(choice.configuration())).hasValue("the bearer token");
    }

    @Test
    void whatAnAuthenticationNeedsIsAskedFor() throws JsonProcessingException {
        assertThat(complaints(",\"authentication\":\"basic\"")).containsExactly("userName");
        assertThat(complaints(",\"authentication\":\"basic\",\"userName\":\"a:b\""))
                .containsExactly("userName");
        assertThat(complaints(",\"authentication\":\"client-credentials\""))
                .containsExactly("clientId", "tokenUrl");
        assertThat(
                        complaints(
                                ",\"authentication\":\"client-credentials\",\"clientId\":\"c\","
                                        + "\"tokenUrl\":\"ftp://x\""))
                .containsExactly("tokenUrl");
        assertThat(complaints(",\"authentication\":\"bearer\",\"secret\":\"Bearer x\""))
                .containsExactly("secret");
    }

    @Test
    void patientAndAddressAreChecked() throws JsonProcessingException {
        assertThat(errors("{\"baseUrl\":\"https://a.example\",\"patient\":\"Patient/a b\"}"))
                .containsExactly("patient");
        assertThat(errors("{\"baseUrl\":\"https://a.example\",\"patient\":\"Group/1\"}"))
                .containsExactly("patient");
        assertThat(errors("{\"baseUrl\":\"https://a.example/?x=1\",\"patient\":\"Patient/1\"}"))
                .containsExactly("baseUrl");
        assertThat(errors("{\"patient\":\"Patient/1\"}")).containsExactly("baseUrl");
    }

    @Test
    void onlyWhatTheUserChoseIsTaken() {
        Content hour =
                desk.target()
                        .content(
                                EventType.CREATED,
                                Desk.result(HealthRecords.day()),
                                chosen("heart-rate"));

        assertThat(hour)
                .isEqualTo(
                        new Content.None("the target does not take records of type daily-summary"));
    }

    @Test
    void aRecordWithNothingToShowIsNotSent() {
        var empty = HealthRecords.respiration();
        empty.setBreathsPerMinute(null);

        assertThat(
                        desk.target()
                                .content(
                                        EventType.CREATED,
                                        Desk.result(empty),
                                        desk.configuration()))
                .isInstanceOf(Content.None.class);
        assertThat(
                        desk.target()
                                .content(
                                        EventType.UPDATED,
                                        Desk.result(empty),
                                        desk.configuration()))
                .isInstanceOf(Content.Bytes.class);
    }

    @Test
    void theContentIsTheTransactionItself() throws Exception {
        Content content =
                desk.target()
                        .content(
                                EventType.CREATED,
                                Desk.result(HealthRecords.respiration()),
                                desk.configuration());

        JsonNode bundle = JSON.readTree(((Content.Bytes) content).bytes());
        assertThat(bundle.path("type").asText()).isEqualTo("transaction");
        assertThat(bundle.path("entry").path(0).path("request").path("url").asText())
                .startsWith("Observation?identifier=https%3A%2F%2Fpulseline.io%2Ffhir%2Frecord%7C");
    }

    private JsonNode chosen(String record) {
        var configuration = desk.configuration().deepCopy();
        ((ObjectNode) configuration).putArray("records").add(record);
        return configuration;
    }

    private Optional<TargetChoice> read(String more) throws JsonProcessingException {
        return desk.target().read(form(whole(more)));
    }

    private List<String> complaints(String more) throws JsonProcessingException {
        return errors(whole(more));
    }

    private List<String> errors(String json) throws JsonProcessingException {
        Form form = form(json);
        assertThat(desk.target().read(form)).isEmpty();
        return form.errors().stream().map(FieldError::field).toList();
    }

    private static String whole(String more) {
        return "{\"baseUrl\":\"https://fhir.example/r4/\",\"patient\":\"Patient/123\"" + more + "}";
    }

    private static Form form(String json) throws JsonProcessingException {
        return Form.of(JSON.readTree(json));
    }
}
