package io.pulseline.simulator.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Parameters;
import io.pulseline.simulator.http.Request;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is let in: everybody, or who shows a bearer token, user name and password, or a token that
 * the server's own token endpoint gave for client id and secret. Tokens hold until the reset.
 */
final class Door {
    private static final int LIFE_SECONDS = 300;

    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final @Nullable String client;
    private final boolean isOpen;

    /**
     * @param token a bearer token; null for none, as with the others
     */
    Door(
            @Nullable String token,
            @Nullable String userName,
            @Nullable String password,
            @Nullable String clientId,
            @Nullable String clientSecret) {
        if (token != null) {
            keys.add("Bearer " + token);
        }
        if (userName != null && password != null) {
            keys.add(basic(userName + ":" + password));
        }
        client =
                clientId == null || clientSecret == null
                        ? null
                        : basic(encoded(clientId) + ":" + encoded(clientSecret));
        isOpen = keys.isEmpty() && client == null;
    }

    void check(Request request) {
        String shown = request.header("Authorization").orElse("");
        if (!isOpen && !keys.contains(shown)) {
            throw FhirAnswers.refused(401, "login", "Not known", "");
        }
    }

    /** RFC 6749 section 4.4. */
    Answer token(Request request) {
        Parameters form = request.form();
        if (client == null || !request.header("Authorization").orElse("").equals(client)) {
            return Answer.json(401, Json.object().put("error", "invalid_client"));
        }
        if (!form.first("grant_type").orElse("").equals("client_credentials")) {
            return Answer.json(400, Json.object().put("error", "unsupported_grant_type"));
        }
        String token = UUID.randomUUID().toString();
        keys.add("Bearer " + token);
        return Answer.json(
                200,
                Json.object()
                        .put("access_token", token)
                        .put("token_type", "Bearer")
                        .put("expires_in", LIFE_SECONDS));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
