package io.pulseline.pipeline.dashboard.entry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
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
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A login service of OpenID Connect that believes everybody: the authorization code is the name of
 * who logs in, {@code otto} being an operator.
 */
public final class OpenIdProvider implements QuarkusTestResourceLifecycleManager {
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
        JsonObject answer =
                path.endsWith("/openid-configuration")
                        ? description()
                        : path.endsWith("/keys") ? keySet() : tokens(body);
        byte[] bytes = answer.encode().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static JsonObject description() {
        return new JsonObject()
                .put("issuer", issuer())
                .put("authorization_endpoint", issuer() + "/auth")
                .put("token_endpoint", issuer() + "/token")
                .put("jwks_uri", issuer() + "/keys")
                .put("end_session_endpoint", issuer() + "/logout");
    }

    private static JsonObject keySet() {
        RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
        return new JsonObject()
                .put(
                        "keys",
                        new JsonArray()
                                .add(
                                        new JsonObject()
                                                .put("kty", "RSA")
                                                .put("kid", "one")
                                                .put("alg", "RS256")
                                                .put("use", "sig")
                                                .put("n", number(key.getModulus()))
                                                .put("e", number(key.getPublicExponent()))));
    }

    private static JsonObject tokens(String form) {
        String name =
                Arrays.stream(form.split("&", -1))
                        .filter(field -> field.startsWith("code="))
                        .map(field -> URLDecoder.decode(field.substring(5), StandardCharsets.UTF_8))
                        .findFirst()
                        .orElse("nobody");
        return new JsonObject()
                .put("access_token", token(name))
                .put("id_token", token(name))
                .put("refresh_token", "refresh")
                .put("token_type", "Bearer")
                .put("expires_in", 300);
    }

    /** What a program would have got for this name. */
    static String token(String name) {
        long now = Instant.now().getEpochSecond();
        JsonArray roles = new JsonArray().add("user");
        if (name.equals("otto")) {
            roles.add("operator");
        }
        String said =
                part(new JsonObject().put("alg", "RS256").put("typ", "JWT").put("kid", "one"))
                        + "."
                        + part(
                                new JsonObject()
                                        .put("iss", issuer())
                                        .put("sub", "subject-of-" + name)
                                        .put("aud", "pulseline")
                                        .put("preferred_username", name)
                                        .put("iat", now)
                                        .put("exp", now + 300)
                                        .put("realm_access", new JsonObject().put("roles", roles)));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEYS.getPrivate());
            signature.update(said.getBytes(StandardCharsets.US_ASCII));
            return said + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no signature", e);
        }
    }

    private static String part(JsonObject json) {
        return base64(json.encode().getBytes(StandardCharsets.UTF_8));
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
