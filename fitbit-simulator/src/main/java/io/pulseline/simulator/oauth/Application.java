package io.pulseline.simulator.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

/**
 * The one registered application, of type Server.
 *
 * @param redirectUris every address it may send people back to, compared exactly
 */
public record Application(String clientId, String clientSecret, List<String> redirectUris) {
    public Application {
        redirectUris = List.copyOf(redirectUris);
    }

    /** Whether an Authorization header carries this application's id and secret. */
    boolean isProvenBy(String authorization) {
        String pair = clientId + ":" + clientSecret;
        String expected = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
        return MessageDigest.isEqual(expected.getBytes(UTF_8), authorization.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "Application[" + clientId + "]";
    }
}
