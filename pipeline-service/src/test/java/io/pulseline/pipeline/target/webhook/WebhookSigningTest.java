package io.pulseline.pipeline.target.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSigningTest {
    @Test
    void theVectorOfStandardWebhooksComesOut() {
        String signature =
                WebhookTarget.signature(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}".getBytes(UTF_8));

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aGeneratedSecretSignsWhatAReceiverVerifies() throws Exception {
        String secret = WebhookSecret.generated();
        String body = "{\"title\": \"Läufe 🏃\"}";
        long now = System.currentTimeMillis() / 1000;

        String signature = WebhookTarget.signature(secret, "id", now, body.getBytes(UTF_8));

        assertThat(WebhookSecret.isValid(secret)).isTrue();
        new Webhook(secret)
                .verify(
                        body,
                        Map.of(
                                "webhook-id", List.of("id"),
                                "webhook-timestamp", List.of(Long.toString(now)),
                                "webhook-signature", List.of(signature)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "secret",
                "whsec_not base64!",
                "whsec_AAAA",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            })
    void whatIsNoSecretIsToldApart(String secret) {
        assertThat(WebhookSecret.isValid(secret)).isFalse();
    }
}
