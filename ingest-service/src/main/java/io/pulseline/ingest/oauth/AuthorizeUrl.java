package io.pulseline.ingest.oauth;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The address of a provider's consent page: authorization code with PKCE (RFC 7636, S256). */
public final class AuthorizeUrl {
    private AuthorizeUrl() {}

    /**
     * The address.
     *
     * @param page without a query
     * @param scopes separated by spaces, as the provider spells them
     * @param state comes back unchanged
     * @param challenge PKCE, method S256
     * @param further what else this provider wants to be told
     */
    public static URI of(
            URI page,
            String clientId,
            String scopes,
            URI redirect,
            String state,
            String challenge,
            Map<String, String> further) {
        Map<String, String> query = new TreeMap<>(further);
        query.put("client_id", clientId);
        query.put("response_type", "code");
        query.put("scope", scopes);
        query.put("redirect_uri", redirect.toString());
        query.put("state", state);
        query.put("code_challenge", challenge);
        query.put("code_challenge_method", "S256");
        return URI.create(
                page
                        + "?"
                        + query.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                                .collect(Collectors.joining("&")));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
