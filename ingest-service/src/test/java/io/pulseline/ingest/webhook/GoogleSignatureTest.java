package io.pulseline.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.ingest.stage.GoogleSigner;
import io.pulseline.ingest.webhook.GoogleSignature.Verdict;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GoogleSignatureTest {
    private static final byte[] BODY = "[{\"data\":{}}]".getBytes(UTF_8);

    private final GoogleSigner google = new GoogleSigner(0);

    @AfterEach
    void closes() {
        google.close();
    }

    private record Config(URI keysetUrl, Duration keysetPause)
            implements GoogleHealthSubscriberConfig {
        @Override
        public Optional<String> webhookSecret() {
            return Optional.empty();
        }

        @Override
        public Optional<String> previousWebhookSecret() {
            return Optional.empty();
        }

        @Override
        public boolean authorizationRequired() {
            return false;
        }

        @Override
        public Duration keysetAge() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration keysetWithin() {
            return Duration.ofSeconds(5);
        }
    }

    private GoogleSignature signature(Duration pause) {
        return new GoogleSignature(new Config(google.keysetUrl(), pause));
    }

    @Test
    void theSignatureOfExactlyTheseBytesIsRight() {
        GoogleSignature signature = signature(Duration.ZERO);
        String header = google.sign(BODY);
        byte[] other = BODY.clone();
        other[3] ^= 1;

        assertThat(signature.judge(BODY, header)).isEqualTo(Verdict.RIGHT);
        assertThat(signature.judge(other, header)).isEqualTo(Verdict.WRONG);
        assertThat(signature.judge(new byte[0], header)).isEqualTo(Verdict.WRONG);
        assertThat(google.asked()).isEqualTo(1);
    }

    @Test
    void whatIsNoSignatureIsWrongAndAsksForNoKeys() {
        GoogleSignature signature = signature(Duration.ZERO);

        assertThat(signature.judge(BODY, null)).isEqualTo(Verdict.WRONG);
        assertThat(signature.judge(BODY, "")).isEqualTo(Verdict.WRONG);
        assertThat(signature.judge(BODY, "no base64!")).isEqualTo(Verdict.WRONG);
        assertThat(signature.judge(BODY, Base64.getEncoder().encodeToString(BODY)))
                .isEqualTo(Verdict.WRONG);
        assertThat(google.asked()).isZero();
    }

    @Test
    void aNewKeyIsAskedFor() {
        GoogleSignature signature = signature(Duration.ZERO);
        signature.judge(BODY, google.sign(BODY));

        google.changesKey();

        assertThat(signature.judge(BODY, google.sign(BODY))).isEqualTo(Verdict.RIGHT);
        assertThat(google.asked()).isEqualTo(2);
    }

    @Test
    void madeUpKeysDoNotMakeUsAskAgainAndAgain() {
        GoogleSignature signature = signature(Duration.ofHours(1));
        signature.judge(BODY, google.sign(BODY));
        try (GoogleSigner other = new GoogleSigner(0)) {
            other.changesKey();
            for (int count = 0; count < 5; count++) {
                assertThat(signature.judge(BODY, other.sign(BODY))).isEqualTo(Verdict.WRONG);
            }
        }

        assertThat(google.asked()).isEqualTo(1);
    }

    @Test
    void withoutKeysNothingIsSaidAndOldOnesAreKept() {
        GoogleSignature signature = signature(Duration.ZERO);
        google.answers(500);
        assertThat(signature.judge(BODY, google.sign(BODY))).isEqualTo(Verdict.UNKNOWN);
        google.answers(200);
        String header = google.sign(BODY);
        assertThat(signature.judge(BODY, header)).isEqualTo(Verdict.RIGHT);
        google.answers(500);
        google.changesKey();

        assertThat(signature.judge(BODY, google.sign(BODY))).isEqualTo(Verdict.WRONG);
        assertThat(signature.judge(BODY, header)).isEqualTo(Verdict.RIGHT);
    }

    /** Made for the fact sheet with another implementation (section 3.8). */
    @Test
    void theVectorOfTheFactSheetIsRight() throws GeneralSecurityException {
        GoogleKeys keys =
                GoogleKeys.parse(
                        """
                        {"primaryKeyId":1511506142,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.EcdsaPublicKey","value":"EgYIAxACGAIaIQBw4ocmlhMv5cWGMoo7MjftMJjaS/L4lke5Ks9I0XFHwCIhANxDV44MpoTXQ1kiOj3j2MqkPjaAevn7IBr4lv/Bk9Mv","keyMaterialType":"ASYMMETRIC_PUBLIC"},"status":"ENABLED","keyId":1511506142,"outputPrefixType":"TINK"}]}
                        """);
        byte[] body =
                ("[{\"data\":{\"version\":\"1\",\"clientProvidedSubscriptionName\":"
                                + "\"11111111-2222-3333-4444-555555555555\",\"healthUserId\":"
                                + "\"2515055256096816351\",\"operation\":\"UPSERT\",\"dataType\":"
                                + "\"steps\",\"intervals\":[{\"physicalTimeInterval\":{\"startTime\":"
                                + "\"2026-03-08T01:29:00Z\",\"endTime\":\"2026-03-08T01:34:00Z\"}}]}}]")
                        .getBytes(UTF_8);
        byte[] signature =
                Base64.getDecoder()
                        .decode(
                                "AVoXwN4wRQIgPSPGxKwZZAY86VYJeMkNvOS8PD6yY51OHECr/6RAcvoCIQDj0LOUk1nK4fsDGgiNogpkOCUK0X+ZrgrqQW7E/2DE3g==");

        assertThat(body).hasSize(284);
        assertThat(keys.knows(1511506142L)).isTrue();
        assertThat(keys.signed(body, signature)).isTrue();
        body[10] ^= 4;
        assertThat(keys.signed(body, signature)).isFalse();
    }
}
