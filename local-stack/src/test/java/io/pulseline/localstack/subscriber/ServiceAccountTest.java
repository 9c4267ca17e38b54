package io.pulseline.localstack.subscriber;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.localstack.client.Http;
import io.pulseline.localstack.subscriber.Operator.Result;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.WebServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAccountTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir private Path root = Path.of(".");

    private final WebServer google = WebServer.bind("127.0.0.1", 0);
    private final List<String> assertions = new ArrayList<>();
    private Answer next = Answer.empty(500);

    @BeforeEach
    void serve() {
        answers(200, "{\"access_token\":\"%s\",\"expires_in\":3599}".formatted(Operator.TOKEN));
        google.serve(_ -> 1 << 16, this::answer);
    }

    @AfterEach
    void close() {
        google.close();
    }

    @Test
    void whatItSignsIsAnsweredWithAToken() throws Exception {
        KeyPair pair = pair();

        AccessToken token = ServiceAccount.from(keyFile(pair)).token(NOW);

        assertThat(token.value()).isEqualTo(Operator.TOKEN);
        assertThat(token.toString()).doesNotContain(Operator.TOKEN);
        String[] pieces = assertions.getFirst().split("\\.", -1);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(pair.getPublic());
        signature.update((pieces[0] + "." + pieces[1]).getBytes(US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(pieces[2]))).isTrue();
        JsonNode claims = Http.JSON.readTree(Base64.getUrlDecoder().decode(pieces[1]));
        assertThat(claims.path("iss").asText()).isEqualTo("robot@example.org");
        assertThat(claims.path("scope").asText()).endsWith("/auth/cloud-platform");
        assertThat(claims.path("aud").asText()).isEqualTo(tokenUrl());
        assertThat(claims.path("iat").asLong()).isEqualTo(NOW.getEpochSecond());
        assertThat(claims.path("exp").asLong()).isEqualTo(NOW.getEpochSecond() + 600);
    }

    @Test
    void theCommandGoesWithItsTokenAndNeedsNoOther() throws Exception {
        try (FitbitSimulator simulator = FitbitSimulator.start()) {
            Result result =
                    new Operator(root)
                            .set(AccessToken.SETTING, "")
                            .usually("--api", simulator.apiUrl() + "/google")
                            .types("show", "--service-account", keyFile(pair()));

            assertThat(result.out()).as(result.err()).startsWith("There is no subscriber");
        }
    }

    @Test
    void aDeletedKeyIsExplained() throws Exception {
        answers(400, "{\"error\":\"invalid_grant\"}");

        Result result = new Operator(root).types("show", "--service-account", keyFile(pair()));

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("robot@example.org", "no token (400)", "gcloud");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON, top secret",
                "{\"client_email\":\"a\",\"token_uri\":\"https://a.example\",\"private_key\":\"top secret\"}",
                "{\"client_email\":\"a\",\"token_uri\":\"http://a.example\",\"private_key\":\"\"}"
            })
    void anotherFileIsRefusedByNameAndNotShown(String content) throws Exception {
        Path file = Files.writeString(root.resolve("key.json"), content);

        assertThatThrownBy(() -> ServiceAccount.from(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key.json is no key file")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Result result = new Operator(root).types("show", "--service-account", root.resolve("no"));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("no cannot be read");
    }

    private Path keyFile(KeyPair pair) throws Exception {
        String pem =
                "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                        .formatted(
                                Base64.getMimeEncoder()
                                        .encodeToString(pair.getPrivate().getEncoded()));
        String content =
                Http.JSON
                        .createObjectNode()
                        .put("type", "service_account")
                        .put("client_email", "robot@example.org")
                        .put("private_key_id", "key-1")
                        .put("private_key", pem)
                        .put("token_uri", tokenUrl())
                        .toString();
        return Files.writeString(root.resolve("key.json"), content);
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private String tokenUrl() {
        return "http://localhost:" + google.port() + "/token";
    }

    private synchronized void answers(int status, String json) {
        next = Answer.of(status, "application/json", json.getBytes(UTF_8));
    }

    private synchronized Answer answer(Request request) {
        request.form().first("assertion").ifPresent(assertions::add);
        return next;
    }
}
