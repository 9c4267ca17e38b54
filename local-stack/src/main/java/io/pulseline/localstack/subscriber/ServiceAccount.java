package io.pulseline.localstack.subscriber;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.localstack.client.Http;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/**
 * A service account of Google Cloud by its key file, for scripts: what it signs is answered with an
 * access token of an hour (RFC 7523). One signature and one call, so without Google's library and
 * the dozen others that it brings.
 */
final class ServiceAccount {
    private static final int LARGEST_FILE = 64 * 1024;
    private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final int SECONDS_VALID = 600;

    private final String email;
    private final String keyId;
    private final URI tokenUrl;
    private final PrivateKey key;

    private ServiceAccount(String email, String keyId, URI tokenUrl, PrivateKey key) {
        this.email = email;
        this.keyId = keyId;
        this.tokenUrl = tokenUrl;
        this.key = key;
    }

    /**
     * From a key file as Google Cloud gives it out.
     *
     * @throws IllegalArgumentException naming the file, never what is in it
     */
    static ServiceAccount from(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST_FILE + 1);
            if (content.length > LARGEST_FILE) {
                throw wrong(file);
            }
            JsonNode document = Http.JSON.readTree(content);
            URI tokenUrl = URI.create(document.path("token_uri").asText());
            String email = document.path("client_email").asText();
            if (email.isEmpty() || !ApiBase.isSafe(tokenUrl)) {
                throw wrong(file);
            }
            PrivateKey key = key(document.path("private_key").asText());
            return new ServiceAccount(
                    email, document.path("private_key_id").asText(), tokenUrl, key);
        } catch (JsonProcessingException | GeneralSecurityException _) {
            // Their messages may hold a piece of the key.
            throw wrong(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + " cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    private static IllegalArgumentException wrong(Path file) {
        return new IllegalArgumentException(
                file
                        + " is no key file of a service account; such a JSON file has client_email,"
                        + " private_key and token_uri, and comes from gcloud iam service-accounts"
                        + " keys create");
    }

    private static PrivateKey key(String pem) throws GeneralSecurityException {
        String body =
                pem.replaceAll("-----(?:BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        } catch (IllegalArgumentException _) {
            throw new GeneralSecurityException("the key is not base64");
        }
    }

    /** A token that may administer subscribers. */
    AccessToken token(Instant now) {
        String form =
                "grant_type=%s&assertion=%s"
                        .formatted(URLEncoder.encode(GRANT, UTF_8), assertion(now));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(tokenUrl)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form));
        try (BoundedCalls calls = new BoundedCalls()) {
            HttpResponse<byte[]> answer = calls.answer(request, tokenUrl);
            String token = document(answer.body()).path("access_token").asText();
            if (answer.statusCode() != 200 || token.isEmpty()) {
                throw new SubscriberException(
                        "Google gives service account %s no token (%d)"
                                .formatted(email, answer.statusCode()),
                        "Its key may have been deleted, or the clock of this machine is wrong; make a"
                                + " new key file, or use a token of your own: "
                                + AccessToken.HOW_TO_GET_ONE);
            }
            return new AccessToken(token);
        }
    }

    private String assertion(Instant now) {
        ObjectNode header = Http.JSON.createObjectNode().put("alg", "RS256").put("typ", "JWT");
        header.put("kid", keyId);
        ObjectNode claims = Http.JSON.createObjectNode().put("iss", email).put("scope", SCOPE);
        claims.put("aud", tokenUrl.toString()).put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + SECONDS_VALID);
        String signed =
                base64(header.toString().getBytes(UTF_8))
                        + "."
                        + base64(claims.toString().getBytes(UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("service account " + email + " cannot sign", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static JsonNode document(byte[] body) {
        try {
            JsonNode document = Http.JSON.readTree(new String(body, UTF_8));
            return document == null ? MissingNode.getInstance() : document;
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public String toString() {
        return "ServiceAccount[" + email + "]";
    }
}
