package io.pulseline.simulator.googlehealth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Parameters;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;

/** Token and revocation endpoint (fact sheet section 2); credentials stand in the body. */
final class GoogleTokenEndpoint {
    private final GoogleHealthConfig client;
    private final GoogleConsents consents;
    private final Consumer<String> revoked;

    /**
     * The calls of one client.
     *
     * @param revoked told the user whose consent the client gave back, and must end it
     */
    GoogleTokenEndpoint(
            GoogleHealthConfig client, GoogleConsents consents, Consumer<String> revoked) {
        this.client = client;
        this.consents = consents;
        this.revoked = revoked;
    }

    /** Code for tokens, or refresh token for a new access token. */
    Answer token(Request request) {
        Parameters form = request.form();
        requireClient(request, form);
        String type = form.first("grant_type").orElse("");
        GoogleConsents.Outcome outcome =
                switch (type) {
                    case "authorization_code" ->
                            consents.exchange(
                                    required(form, "code"),
                                    form.textOrNull("redirect_uri"),
                                    form.textOrNull("code_verifier"));
                    case "refresh_token" -> consents.refresh(required(form, "refresh_token"));
                    case "" -> throw missing("grant_type");
                    default ->
                            throw new Refused(
                                    GoogleErrors.oauth(
                                            400,
                                            "unsupported_grant_type",
                                            "Invalid grant_type: " + type));
                };
        return switch (outcome) {
            case GoogleConsents.Outcome.Issued issued -> {
                request.isAbout(issued.tokens().userId());
                yield GoogleErrors.json(200, document(issued.tokens()));
            }
            case GoogleConsents.Outcome.Refused refused ->
                    GoogleErrors.oauth(400, refused.error(), refused.description());
        };
    }

    /** Ends the consent that the token belongs to. */
    Answer revoke(Request request) {
        Parameters all = request.form().orElse(request.query());
        Optional<String> owner = consents.owner(required(all, "token"));
        if (owner.isEmpty()) {
            return GoogleErrors.oauth(400, "invalid_token", "Token expired or revoked");
        }
        request.isAbout(owner.get());
        revoked.accept(owner.get());
        return GoogleErrors.json(200, Json.object());
    }

    private void requireClient(Request request, Parameters form) {
        String id = form.first("client_id").orElse("");
        String secret = form.first("client_secret").orElse("");
        String basic = request.header("Authorization").orElse("");
        String pair = client.clientId() + ":" + client.clientSecret();
        boolean inHeader =
                basic.equals("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
        if (!inHeader && id.isEmpty()) {
            throw new Refused(
                    GoogleErrors.oauth(
                            400, "invalid_request", "Could not determine client ID from request."));
        }
        boolean inBody =
                id.equals(client.clientId())
                        && MessageDigest.isEqual(
                                secret.getBytes(UTF_8), client.clientSecret().getBytes(UTF_8));
        if (!inHeader && !inBody) {
            throw new Refused(
                    GoogleErrors.oauth(
                            401,
                            "invalid_client",
                            id.equals(client.clientId())
                                    ? "Unauthorized"
                                    : "The OAuth client was not found."));
        }
    }

    private static String required(Parameters form, String name) {
        return form.first(name).filter(text -> !text.isEmpty()).orElseThrow(() -> missing(name));
    }

    private static Refused missing(String name) {
        return new Refused(
                GoogleErrors.oauth(400, "invalid_request", "Missing required parameter: " + name));
    }

    private static ObjectNode document(GoogleTokens tokens) {
        ObjectNode document =
                Json.object()
                        .put("access_token", tokens.accessToken())
                        .put("expires_in", tokens.accessSeconds());
        if (tokens.refreshToken() != null) {
            document.put("refresh_token", tokens.refreshToken());
        }
        document.put("scope", HealthScope.joined(tokens.scopes())).put("token_type", "Bearer");
        if (tokens.refreshSeconds() != null) {
            document.put("refresh_token_expires_in", tokens.refreshSeconds());
        }
        return document;
    }
}
