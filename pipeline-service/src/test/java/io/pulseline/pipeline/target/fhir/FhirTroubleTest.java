package io.pulseline.pipeline.target.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.fhir.observation.HealthRecords;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that servers should not give, and those that say no. */
class FhirTroubleTest {
    private static final String CREATED =
            """
            {"resourceType":"Bundle","type":"transaction-response","entry":[
              {"response":{"status":"201 Created","location":"Observation/7/_history/1"}}]}
            """;

    private ScriptedServer server;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedServer();
        desk = new Desk(server.url());
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        server.close();
    }

    @Test
    void theAnswerTellsWhereItStands() {
        server.answers(200, CREATED);

        assertThat(Desk.remoteId(sent())).isEqualTo("Observation/7");
        assertThat(server.asked().getFirst().call()).isEqualTo("POST /");
    }

    @Test
    void anAnswerThatOnlyTakesNoteIsASuccess() {
        server.answers(202, "")
                .answers(
                        202,
                        """
                        {"resourceType":"OperationOutcome","issue":[
                          {"severity":"information","code":"informational"}]}
                        """);

        assertThat(Desk.remoteId(sent())).isNull();
        assertThat(Desk.remoteId(sent())).isNull();
    }

    @Test
    void aPageOfALoginIsNoSuccessForASingleOneEither() {
        server.answers(200, "<html>Welcome</html>").answers(201, "");
        desk.with("write", "single-create");

        assertThat(reason(sent())).contains("is the base address right?");
        assertThat(sent()).isInstanceOf(DeliveryOutcome.Accepted.class);
    }

    @Test
    void aTwoHundredWithAnErrorInsideIsNone() {
        server.answers(
                200,
                """
                {"resourceType":"Bundle","type":"batch-response","entry":[{"response":
                  {"status":"422 Unprocessable Entity","outcome":{"resourceType":"OperationOutcome",
                   "issue":[{"severity":"error","code":"invariant"}]}}}]}
                """);

        assertThat(reason(sent())).isEqualTo("the FHIR server answered 422: invariant");
    }

    @Test
    void anEntryThatMayPassIsTriedAgain() {
        server.answers(
                200,
                """
                {"resourceType":"Bundle","type":"batch-response","entry":[
                  {"response":{"status":"503"}}]}
                """);

        assertThat(sent()).isInstanceOf(DeliveryOutcome.Later.class);
    }

    @Test
    void anOutcomeOfErrorsIsNoSuccessEvenWithTwoHundred() {
        server.answers(
                200,
                """
                {"resourceType":"OperationOutcome","issue":[{"severity":"fatal","code":"exception"}]}
                """);

        assertThat(sent()).isInstanceOf(DeliveryOutcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Welcome</html>", "{}", "[", "{\"resourceType\":\"Bundle\"}"})
    void whatIsNoAnswerOfFhirIsNoSuccess(String body) {
        server.answers(200, body);

        assertThat(reason(sent())).contains("is the base address right?");
    }

    @Test
    void aRefusalIsToldWithoutWhatWasSent() {
        server.answers(
                422,
                """
                {"resourceType":"OperationOutcome","issue":[
                  {"severity":"error","code":"value","diagnostics":"14.8 of Anna is too much",
                   "details":{"text":"Value 14.8 is out of range"},
                   "expression":["Observation.value.ofType(Quantity)"]},
                  {"severity":"warning","code":"informational","details":{"text":"never mind"}}]}
                """);

        assertThat(reason(sent()))
                .isEqualTo(
                        "the FHIR server answered 422: value (Value # is out of range) at"
                                + " Observation.value.ofType(Quantity)");
    }

    @Test
    void aLongRefusalIsCutShort() {
        server.answers(
                400,
                """
                {"resourceType":"OperationOutcome","issue":[
                  {"severity":"error","code":"invalid","details":{"text":"%s"}}]}
                """
                        .formatted("no ".repeat(500)));

        assertThat(reason(sent())).hasSizeLessThanOrEqualTo(340).endsWith("…");
    }

    @Test
    void aDuplicateIsThere() {
        server.answers(409, duplicate());

        assertThat(sent()).isInstanceOf(DeliveryOutcome.Accepted.class);
    }

    @Test
    void aTransactionWithADuplicateIsSentInParts() {
        // Eight, twice four, four times two, and each alone.
        for (int call = 0; call < 15; call++) {
            server.answers(422, duplicate());
        }

        assertThat(desk.created(HealthRecords.run())).isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(server.asked()).hasSize(15);
    }

    @Test
    void whatIsTooLargeIsSentInHalves() {
        server.answers(413, "").answers(200, response(1, 4)).answers(200, response(5, 4));

        assertThat(Desk.remoteId(desk.created(HealthRecords.run()))).isEqualTo("Observation/8");

        List<ScriptedServer.Asked> asked = server.asked();
        assertThat(asked).hasSize(3);
        // The panel is in the second half: it names by id what stands, and within by name.
        assertThat(asked.get(2).body())
                .contains("{\"reference\":\"Observation/4\"}", "{\"reference\":\"urn:uuid:");
    }

    @Test
    void oneThatAloneIsTooLargeIsRefused() {
        server.answers(413, "");

        assertThat(sent()).isInstanceOf(DeliveryOutcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 412})
    void aConflictMayPass(int status) {
        server.answers(status, "");

        assertThat(sent()).isInstanceOf(DeliveryOutcome.Later.class);
    }

    @Test
    void howLongToWaitIsHeard() {
        server.answers(429, Map.of("Retry-After", "120"), "");

        assertThat(((DeliveryOutcome.Later) sent()).retryAfter()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void aPatientWhoIsNotThereIsRefused() {
        server.answers(
                404,
                """
                {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"not-found"}]}
                """);

        assertThat(reason(sent())).isEqualTo("the FHIR server answered 404: not-found");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void whoIsNotLetInRests(int status) {
        server.answers(status, "");

        assertThat(sent()).isInstanceOf(DeliveryOutcome.Paused.class);
    }

    @Test
    void anAnswerThatNeverComesIsGivenUp() throws Exception {
        server.neverAnswers();

        try (Desk hasty = new Desk(server.url(), true, Duration.ofMillis(300))) {
            assertThat(hasty.created(HealthRecords.respiration()))
                    .isInstanceOf(DeliveryOutcome.Later.class);
        }
    }

    @Test
    void allCallsOfAnAttemptTogetherHaveTheTimeOfOne() throws Exception {
        server.answers(200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}").neverAnswers();

        try (Desk hasty = new Desk(server.url(), true, Duration.ofSeconds(2))) {
            assertThat(hasty.updated(HealthRecords.respiration()))
                    .isInstanceOf(DeliveryOutcome.Later.class);
        }
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void aPrivateAddressIsNotCalled() throws Exception {
        try (Desk strict = new Desk(server.url(), false, Duration.ofSeconds(5))) {
            assertThat(strict.created(HealthRecords.respiration()))
                    .isInstanceOf(DeliveryOutcome.Refused.class);
        }
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void furtherPagesAreOnlyReadAtTheUsersOwnAddress() {
        server.answers(200, page("http://elsewhere.example/fhir?page=2"));

        assertThat(reason(desk.updated(HealthRecords.respiration())))
                .contains("at another address than its base");
    }

    @Test
    void furtherPagesAreRead() {
        server.answers(200, page(server.url() + "?page=2"))
                .answers(200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}")
                .answers(200, CREATED);

        assertThat(Desk.remoteId(desk.updated(HealthRecords.respiration())))
                .isEqualTo("Observation/7");
        assertThat(server.asked().get(1).call()).isEqualTo("GET /?page=2");
    }

    @Test
    void aServerThatDoesNotSearchTakesNoCorrections() {
        server.answers(405, "");

        assertThat(desk.updated(HealthRecords.respiration()))
                .isInstanceOf(DeliveryOutcome.Refused.class);
    }

    @Test
    void testingTellsAnOtherVersion() {
        server.answers(200, "{\"resourceType\":\"CapabilityStatement\",\"fhirVersion\":\"5.0.0\"}");

        assertThat(reason(desk.test()))
                .isEqualTo("the server speaks FHIR 5.0.0; R4, 4.0.1, is needed");
    }

    @Test
    void testingReadsNoMoreOfLongCapabilitiesThanItMust() {
        server.answers(
                        200,
                        "{\"resourceType\":\"CapabilityStatement\",\"fhirVersion\":\"4.0.1\",\"x\":\""
                                + "x".repeat(2 << 20))
                .answers(200, "{\"resourceType\":\"Patient\",\"id\":\"123\"}");

        assertThat(desk.test()).isInstanceOf(DeliveryOutcome.Accepted.class);
    }

    @Test
    void testingTellsThatThePatientMayNotBeRead() {
        server.answers(200, "{\"resourceType\":\"CapabilityStatement\",\"fhirVersion\":\"4.0.1\"}")
                .answers(403, "");

        assertThat(reason(desk.test())).contains("does not let us read Patient/123");
    }

    private DeliveryOutcome sent() {
        return desk.created(HealthRecords.respiration());
    }

    private static String reason(DeliveryOutcome outcome) {
        assertThat(outcome).isInstanceOf(DeliveryOutcome.Refused.class);
        return ((DeliveryOutcome.Refused) outcome).reason();
    }

    private static String duplicate() {
        return """
        {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"duplicate"}]}
        """;
    }

    private static String response(int first, int entries) {
        StringBuilder all = new StringBuilder();
        for (int id = first; id < first + entries; id++) {
            all.append(id == first ? "" : ",")
                    .append("{\"response\":{\"status\":\"201\",\"location\":\"Observation/")
                    .append(id)
                    .append("\"}}");
        }
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction-response\",\"entry\":["
                + all
                + "]}";
    }

    private static String page(String next) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"link\":[{\"relation\":\"next\",\"url\":\""
                + next
                + "\"}]}";
    }
}
