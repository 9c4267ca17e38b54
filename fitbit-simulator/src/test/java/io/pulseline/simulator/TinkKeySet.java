package io.pulseline.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.http.Json;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** Verifies notifications with a published key set, as an application does. */
record TinkKeySet(JsonNode document) {
    private static final int X_FROM = 10;
    private static final int Y_FROM = 45;
    private static final int COORDINATE_BYTES = 33;

    static TinkKeySet of(String json) {
        return new TinkKeySet(Json.read(json.getBytes(UTF_8), JsonNode.class));
    }

    boolean verifies(byte[] body, String header) {
        try {
            byte[] text = Base64.getDecoder().decode(header);
            long id = Integer.toUnsignedLong(ByteBuffer.wrap(text, 1, 4).getInt());
            if (text[0] != 1) {
                return false;
            }
            for (JsonNode key : document.path("key")) {
                if (key.path("keyId").asLong() == id
                        && key.path("status").asText().equals("ENABLED")) {
                    Signature signature = Signature.getInstance("SHA256withECDSA");
                    signature.initVerify(key(key.path("keyData").path("value").asText()));
                    signature.update(body);
                    return signature.verify(text, 5, text.length - 5);
                }
            }
            return false;
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicKey key(String value) throws GeneralSecurityException {
        byte[] proto = Base64.getDecoder().decode(value);
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC")
                .generatePublic(
                        new ECPublicKeySpec(
                                new ECPoint(number(proto, X_FROM), number(proto, Y_FROM)),
                                curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(byte[] proto, int from) {
        return new BigInteger(1, Arrays.copyOfRange(proto, from, from + COORDINATE_BYTES));
    }
}
