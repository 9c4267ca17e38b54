package io.pulseline.simulator.oauth;

import io.pulseline.simulator.http.Parameters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an application asks a person for.
 *
 * @param redirectUri where to go afterwards
 * @param sentRedirectUri the address as asked for, null when the only registered one was meant
 * @param state echoed, null if there was none
 * @param challenge null without PKCE
 */
record AuthorizeRequest(
        Set<Scope> scopes,
        String redirectUri,
        @Nullable String sentRedirectUri,
        @Nullable String state,
        @Nullable CodeChallenge challenge) {

    AuthorizeRequest {
        scopes = Set.copyOf(scopes);
    }

    /**
     * Checks a request in the order Fitbit names its complaints.
     *
     * @throws IllegalArgumentException with the text that Fitbit's error page shows
     */
    static AuthorizeRequest read(Parameters parameters, Application application) {
        String clientId = parameters.textOrNull("client_id");
        require(clientId != null, "invalid_request - Missing parameters: client_id");
        require(application.clientId().equals(clientId), "unauthorize_client - Invalid client_id");
        String type = parameters.textOrNull("response_type");
        require(type != null, "invalid_request - Missing response_type parameter value");
        require(
                "code".equals(type),
                "unsupported_response_type - Invalid response_type parameter value");
        String sent = parameters.textOrNull("redirect_uri");
        String redirectUri = redirectUri(sent, application);
        // A form without the original query in its address carries one scope per field.
        String scope = String.join(" ", parameters.all("scope"));
        require(!scope.isBlank(), "invalid_request - Missing parameters: scope");
        return new AuthorizeRequest(
                scopes(scope),
                redirectUri,
                sent,
                parameters.textOrNull("state"),
                challenge(parameters));
    }

    private static String redirectUri(@Nullable String sent, Application application) {
        if (sent == null) {
            require(
                    application.redirectUris().size() == 1,
                    "invalid_request - Missing redirect_uri parameter value");
            return application.redirectUris().getFirst();
        }
        require(
                application.redirectUris().contains(sent),
                "invalid_request - Invalid redirect_uri parameter value");
        return sent;
    }

    private static Set<Scope> scopes(String text) {
        try {
            return Scope.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("invalid_scope - " + e.getMessage(), e);
        }
    }

    private static @Nullable CodeChallenge challenge(Parameters parameters) {
        String value = parameters.textOrNull("code_challenge");
        if (value == null) {
            return null;
        }
        // Absent means plain: an application that forgets it gets a mismatch later.
        String method = parameters.first("code_challenge_method").orElse("plain");
        require(
                value.length() >= 43 && value.length() <= 128,
                "invalid_request - The code_challenge parameter length must be between 43 and 128");
        require(
                value.matches("[A-Za-z0-9._~-]+"),
                "invalid_request - The code_challenge parameter is invalid");
        require(
                method.equals("S256") || method.equals("plain"),
                "invalid_request - Unsupported code_challenge_method");
        return new CodeChallenge(value, method);
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
