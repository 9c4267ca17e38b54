package io.pulseline.pipeline.target.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.fhir.observation.HealthRecords;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    private ScriptedServer fhir;
    private ScriptedServer tokens;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        fhir = new ScriptedServer();
        tokens = new ScriptedServer();
        desk = desk(new Desk(fhir.url()));
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        fhir.close();
        tokens.close();
    }

    @Test
    void aTokenIsAskedForOnceAndKept() {
        tokens.answers(200, token("one", 3600));
        fhir.answers(202, "").answers(202, "");

        assertThat(sent()).isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(sent()).isInstanceOf(DeliveryOutcome.Accepted.class);

        assertThat(tokens.asked()).hasSize(1);
        ScriptedServer.Asked asked = tokens.asked().getFirst();
        assertThat(asked.call()).isEqualTo("POST /token");
        assertThat(asked.body())
                .isEqualTo("grant_type=client_credentials&scope=system%2FObservation.crus");
        // pulse%3Aline:s%C3%A9same, as RFC 6749 section 2.3.1 wants it.
        assertThat(asked.authorization()).isEqualTo("Basic cHVsc2UlM0FsaW5lOnMlQzMlQTlzYW1l");
        assertThat(shown()).containsExactly("Bearer one", "Bearer one");
    }

    @Test
    void oneThatIsAboutToRunOutIsNotKept() {
        tokens.answers(200, token("one", 30)).answers(200, token("two", 31));
        fhir.answers(202, "").answers(202, "").answers(202, "");

        assertThat(List.of(sent(), sent(), sent()))
                .allMatch(DeliveryOutcome.Accepted.class::isInstance);
        assertThat(shown()).startsWith("Bearer one", "Bearer two");
    }

    @Test
    void afterALockedDoorAnotherOneIsTriedOnce() {
        tokens.answers(200, token("one", 3600)).answers(200, token("two", 3600));
        fhir.answers(401, "").answers(202, "");

        assertThat(sent()).isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(shown()).containsExactly("Bearer one", "Bearer two");
    }

    @Test
    void aDoorThatStaysLockedRestsTheTarget() {
        tokens.answers(200, token("one", 3600)).answers(200, token("two", 3600));
        fhir.answers(401, "").answers(401, "");

        assertThat(sent()).isInstanceOf(DeliveryOutcome.Paused.class);
        assertThat(tokens.asked()).hasSize(2);
    }

    @Test
    void anotherSecretNeedsAnotherToken() {
        tokens.answers(200, token("one", 3600)).answers(200, token("two", 3600));
        fhir.answers(202, "").answers(202, "");

        assertThat(sent()).isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(desk.secret("new").created(HealthRecords.respiration()))
                .isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(shown()).containsExactly("Bearer one", "Bearer two");
    }

    @Test
    void aClientThatIsNotKnownRestsTheTarget() {
        tokens.answers(400, "{\"error\":\"invalid_client\"}").answers(401, "");

        assertThat(sent()).isInstanceOf(DeliveryOutcome.Paused.class);
        assertThat(sent()).isInstanceOf(DeliveryOutcome.Paused.class);
        assertThat(fhir.asked()).isEmpty();
    }

    @Test
    void anEndpointInTroubleIsAskedLater() {
        tokens.answers(503, "");

        assertThat(sent()).isInstanceOf(DeliveryOutcome.Later.class);
    }

    @Test
    void anEndpointInTroubleAfterALockedDoorDoesNotRestTheTarget() {
        tokens.answers(200, token("one", 3600)).answers(503, "");
        fhir.answers(401, "");

        assertThat(sent()).isInstanceOf(DeliveryOutcome.Later.class);
    }

    @Test
    void anAnswerWithoutATokenIsRefused() {
        tokens.answers(200, "<html>")
                .answers(200, "{\"access_token\":\"a\\r\\nb\"}")
                .answers(200, "{\"access_token\":\"a\",\"token_type\":\"mac\"}");

        assertThat(List.of(sent(), sent(), sent()))
                .allMatch(DeliveryOutcome.Refused.class::isInstance);
    }

    @Test
    void aPrivateTokenEndpointIsNotCalled() throws Exception {
        try (Desk strict = desk(new Desk(fhir.url(), false, Duration.ofSeconds(5)))) {
            assertThat(strict.created(HealthRecords.respiration()))
                    .isInstanceOf(DeliveryOutcome.Refused.class);
        }
        assertThat(tokens.asked()).isEmpty();
    }

    private Desk desk(Desk plain) {
        return plain.with("authentication", "client-credentials")
                .with("clientId", "pulse:line")
                .with("tokenUrl", tokens.url() + "/token")
                .with("scope", "system/Observation.crus")
                .secret("sésame");
    }

    private DeliveryOutcome sent() {
        return desk.created(HealthRecords.respiration());
    }

    private List<String> shown() {
        return fhir.asked().stream().map(ScriptedServer.Asked::authorization).toList();
    }

    private static String token(String token, int seconds) {
        return "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
                .formatted(token, seconds);
    }
}
