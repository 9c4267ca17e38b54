package io.pulseline.simulator.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.simulator.http.Json;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes token texts: a signed JWT for access, hex digits for the rest. */
final class AccessTokens {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();
    private final Application application;

    AccessTokens(Application application) {
        this.application = application;
    }

    /** A JWT (HS256) with the claims Fitbit puts in, and a {@code jti} so that no two are equal. */
    String accessToken(AccessGrant grant) {
        byte[] claims =
                Json.bytes(
                        Json.object()
                                .put("sub", grant.userId())
                                .put("aud", application.clientId())
                                .put("iss", "Fitbit")
                                .put("typ", "access_token")
                                .put("scopes", claim(grant))
                                .put("exp", grant.expiresAt().getEpochSecond())
                                .put("iat", grant.issuedAt().getEpochSecond())
                                .put("jti", hex(8)));
        String content =
                BASE64.encodeToString("{\"alg\":\"HS256\"}".getBytes(UTF_8))
                        + "."
                        + BASE64.encodeToString(claims);
        return content + "." + BASE64.encodeToString(signature(content));
    }

    /** 64 hex digits. */
    String refreshToken() {
        return hex(32);
    }

    /** 40 hex digits. */
    String code() {
        return hex(20);
    }

    private static String claim(AccessGrant grant) {
        return grant.scopes().stream().sorted().map(Scope::claim).collect(Collectors.joining(" "));
    }

    private String hex(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

    private byte[] signature(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(application.clientSecret().getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(content.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the access token cannot be signed", e);
        }
    }
}
