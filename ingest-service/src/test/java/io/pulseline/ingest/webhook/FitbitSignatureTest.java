package io.pulseline.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FitbitSignatureTest {
    private static final byte[] BODY =
            ("[{\"collectionType\":\"activities\",\"date\":\"2026-11-21\",\"ownerId\":\"26FWFL\","
                            + "\"ownerType\":\"user\",\"subscriptionId\":\"26FWFL-activities\"}]")
                    .getBytes(UTF_8);

    /** Made with Python's hmac module: key "simulated-client-secret&", SHA-1, base64. */
    private static final String SIGNED = "kZwfqboJN26Qb/DRRvXQregO9Mc=";

    private final FitbitSignature signature = new FitbitSignature("simulated-client-secret");

    @Test
    void theSignatureOfExactlyTheseBytesMatches() {
        assertThat(signature.matches(BODY, SIGNED)).isTrue();
    }

    @Test
    void oneOtherByteDoesNotMatch() {
        byte[] other = BODY.clone();
        other[other.length - 1] = ' ';

        assertThat(signature.matches(other, SIGNED)).isFalse();
    }

    @Test
    void anotherSecretDoesNotMatch() {
        assertThat(new FitbitSignature("another").matches(BODY, SIGNED)).isFalse();
    }

    @Test
    void aMissingOrForeignHeaderDoesNotMatch() {
        assertThat(signature.matches(BODY, null)).isFalse();
        assertThat(signature.matches(BODY, "")).isFalse();
        assertThat(signature.matches(BODY, "no base64 \u00e9")).isFalse();
    }
}
