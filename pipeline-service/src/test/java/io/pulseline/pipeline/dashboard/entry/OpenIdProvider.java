package io.pulseline.pipeline.dashboard.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A login service of OpenID Connect that believes everybody: the authorization code is the name of
 * who logs in, {@code otto} being an operator.
 */
public final class OpenIdProvider implements QuarkusTestResourceLifecycleManager {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KeyPair KEYS = keys();
    private static final AtomicReference<String> ISSUER = new AtomicReference<>("");

    private HttpServer server;

    static String issuer() {
        return ISSUER.get();
    }

    @Override
    public Map<String, String> start() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("no login service", e);
        }
        ISSUER.set("http://localhost:" + server.getAddress().getPort() + "/realms/pulseline");
        server.createContext("/", this::answer);
        server.start();
        return Map.of(
                "pulseline.oidc.enabled", "true",
                "pulseline.oidc.auth-server-url", issuer(),
                "pulseline.oidc.client-secret", "client-secret-for-tests-0123456789",
                "pulseline.session.encryption-key", "session-key-for-tests-0123456789ab");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        Map<String, Object> answer =
                path.endsWith("/openid-configuration")
                        ? description()
                        : path.endsWith("/keys") ? keySet() : tokens(body);
        byte[] bytes = json(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, Object> description() {
        return Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/auth",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys",
                "end_session_endpoint", issuer() + "/logout");
    }

    private static Map<String, Object> keySet() {
        RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
        return Map.of(
                "keys",
                List.of(
                        Map.of(
                                "kty", "RSA",
                                "kid", "one",
                                "alg", "RS256",
                                "use", "sig",
                                "n", number(key.getModulus()),
                                "e", number(key.getPublicExponent()))));
    }

    private static Map<String, Object> tokens(String form) {
        String name =
                Arrays.stream(form.split("&", -1))
                        .filter(field -> field.startsWith("code="))
                        .map(field -> URLDecoder.decode(field.substring(5), StandardCharsets.UTF_8))
                        .findFirst()
                        .orElse("nobody");
        return Map.of(
                "access_token",
                token(name),
                "id_token",
                token(name),
                "refresh_token",
                "refresh",
                "token_type",
                "Bearer",
                "expires_in",
                300);
    }

    /** What a program would have got for this name. */
    static String token(String name) {
        long now = Instant.now().getEpochSecond();
        List<String> roles = name.equals("otto") ? List.of("user", "operator") : List.of("user");
        String said =
                part(Map.of("alg", "RS256", "typ", "JWT", "kid", "one"))
                        + "."
                        + part(
                                Map.of(
                                        "iss",
                                        issuer(),
                                        "sub",
                                        "subject-of-" + name,
                                        "aud",
                                        "pulseline",
                                        "preferred_username",
                                        name,
                                        "iat",
                                        now,
                                        "exp",
                                        now + 300,
                                        "realm_access",
                                        Map.of("roles", roles)));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEYS.getPrivate());
            signature.update(said.getBytes(StandardCharsets.US_ASCII));
            return said + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no signature", e);
        }
    }

    private static String part(Map<String, Object> content) {
        return base64(json(content));
    }

    private static byte[] json(Map<String, Object> content) {
        try {
            return JSON.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps are always JSON", e);
        }
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no keys", e);
        }
    }
}
