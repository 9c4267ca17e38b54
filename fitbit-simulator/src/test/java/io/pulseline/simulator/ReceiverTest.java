package io.pulseline.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pulseline.simulator.receiver.ProgrammedAnswer;
import io.pulseline.simulator.receiver.ReceivedMessage;
import io.pulseline.simulator.receiver.StandardWebhookSignature;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiverTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String BODY =
            "{\"type\":\"activity.created\",\"timestamp\":\"2026-03-27T10:00:00Z\",\"data\":{\"title\":\"Run\"}}";

    private final FitbitSimulator simulator = Morning.simulator();

    @BeforeEach
    void register() {
        simulator.hasReceiver("partner", SECRET);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void theSignatureIsTheOneOfTheSpecification() {
        String signature =
                StandardWebhookSignature.with(SECRET)
                        .sign(
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                "1614265330",
                                "{\"test\": 2432232314}".getBytes(UTF_8));

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aRightMessageIsVerifiedAndRemembered() {
        HttpResponse<String> answer = send(SECRET, Morning.TEN, BODY);

        assertThat(answer.statusCode()).isEqualTo(204);
        ReceivedMessage message = simulator.messages("partner").getFirst();
        assertThat(message.verified()).isTrue();
        assertThat(message.problem()).isNull();
        assertThat(message.webhookId()).isEqualTo("msg_1");
        assertThat(message.type()).isEqualTo("activity.created");
        assertThat(message.receivedAt()).isEqualTo(Morning.TEN);
        assertThat(message.body()).isNotNull();
    }

    @Test
    void oneRightSignatureAmongSeveralIsEnough() {
        String stamp = Long.toString(Morning.TEN.getEpochSecond());
        String right =
                StandardWebhookSignature.with(SECRET).sign("msg_1", stamp, BODY.getBytes(UTF_8));

        assertThat(post(stamp, "v1a,AAAA v1,BBBB " + right, BODY).statusCode()).isEqualTo(204);
    }

    @Test
    void aWrongSignatureIsRefusedAndRemembered() {
        HttpResponse<String> answer = send("whsec_" + "A".repeat(32), Morning.TEN, BODY);

        assertThat(answer.statusCode()).isEqualTo(401);
        ReceivedMessage message = simulator.messages("partner").getFirst();
        assertThat(message.verified()).isFalse();
        assertThat(message.problem()).contains("webhook-signature");
    }

    @Test
    void aStaleOrMissingTimestampIsRefused() {
        assertThat(send(SECRET, Morning.TEN.minusSeconds(301), BODY).statusCode()).isEqualTo(401);
        assertThat(send(SECRET, Morning.TEN.minusSeconds(300), BODY).statusCode()).isEqualTo(204);
        assertThat(post("soon", "v1,x", BODY).statusCode()).isEqualTo(401);
        assertThat(new Phone(simulator).post("/receiver/partner", BODY).statusCode())
                .isEqualTo(401);
        // A sender that does not follow the simulated time is right by the real one.
        assertThat(send(SECRET, Instant.now(), BODY).statusCode()).isEqualTo(204);
    }

    @Test
    void answersCanBeProgrammed() {
        simulator.receiverAnswers(
                "partner",
                ProgrammedAnswer.of(500),
                new ProgrammedAnswer(429, 7, Duration.ZERO),
                new ProgrammedAnswer(200, null, Duration.ofMillis(20)));

        assertThat(send(SECRET, Morning.TEN, BODY).statusCode()).isEqualTo(500);
        HttpResponse<String> limited = send(SECRET, Morning.TEN, BODY);
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(send(SECRET, Morning.TEN, BODY).statusCode()).isEqualTo(200);
        assertThat(send(SECRET, Morning.TEN, BODY).statusCode()).isEqualTo(204);
        assertThat(simulator.messages("partner"))
                .extracting(ReceivedMessage::status)
                .containsExactly(500, 429, 200, 204);
    }

    @Test
    void aBodyThatIsNotJsonIsStillRemembered() {
        send(SECRET, Morning.TEN, "not json");

        assertThat(simulator.messages("partner").getFirst().body()).isNull();
        assertThat(simulator.messages("partner").getFirst().verified()).isTrue();
    }

    @Test
    void anUnknownReceiverIsNotFound() {
        assertThat(new Phone(simulator).post("/receiver/nobody", BODY).statusCode()).isEqualTo(404);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.messages("nobody"))
                .withMessageContaining("\"nobody\"");
    }

    @Test
    void aSecretThatIsNotBase64IsRefusedWithoutBeingNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.hasReceiver("other", "whsec_!!!"))
                .withMessageNotContaining("!!!");
    }

    private HttpResponse<String> send(String secret, Instant at, String body) {
        String stamp = Long.toString(at.getEpochSecond());
        return post(
                stamp,
                StandardWebhookSignature.with(secret).sign("msg_1", stamp, body.getBytes(UTF_8)),
                body);
    }

    private HttpResponse<String> post(String stamp, String signature, String body) {
        return new Phone(simulator)
                .with("webhook-id", "msg_1")
                .with("webhook-timestamp", stamp)
                .with("webhook-signature", signature)
                .post("/receiver/partner", body);
    }
}
