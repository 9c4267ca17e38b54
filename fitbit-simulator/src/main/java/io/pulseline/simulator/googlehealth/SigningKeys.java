package io.pulseline.simulator.googlehealth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The keys that notifications are signed with, ECDSA on P-256 in Tink's wire format (fact sheet
 * section 3.8). Safe for use by several threads.
 */
final class SigningKeys {
    private static final byte TINK_PREFIX = 1;
    private static final int COORDINATE_BYTES = 33;
    // Field 2: SHA-256, NIST P-256, signatures in DER.
    private static final byte[] PARAMETERS = {0x12, 6, 8, 3, 16, 2, 24, 2};
    private static final int FIELD_X = 0x1a;
    private static final int FIELD_Y = 0x22;
    // Key ids are unsigned: with the highest bit set they do not fit into a signed int.
    private static final long HIGHEST_BIT = 0x8000_0000L;

    private final SecureRandom random = new SecureRandom();
    private final List<Key> keys = new ArrayList<>();

    /** Id is an unsigned 32-bit number. */
    private record Key(long id, KeyPair pair) {}

    /** Another key signs from now on; the older ones stay in the set. */
    synchronized void rotate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys.add(
                    new Key(
                            HIGHEST_BIT | random.nextInt(Integer.MAX_VALUE),
                            generator.generateKeyPair()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    /** Forgets all of them; the next one is made when it is needed. */
    synchronized void clear() {
        keys.clear();
    }

    /** The header's text for a body: prefix, key id, signature. */
    synchronized String signature(byte[] body) {
        Key key = primary();
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.pair().getPrivate());
            signature.update(body);
            byte[] der = signature.sign();
            ByteBuffer text = ByteBuffer.allocate(5 + der.length);
            text.put(TINK_PREFIX).putInt((int) key.id()).put(der);
            return Base64.getEncoder().encodeToString(text.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the notification cannot be signed", e);
        }
    }

    /** The public halves as a Tink key set. */
    synchronized ObjectNode keySet() {
        ObjectNode document = Json.object().put("primaryKeyId", primary().id());
        ArrayNode all = document.putArray("key");
        for (Key key : keys) {
            ObjectNode one = all.addObject();
            one.putObject("keyData")
                    .put("typeUrl", "type.googleapis.com/google.crypto.tink.EcdsaPublicKey")
                    .put("value", Base64.getEncoder().encodeToString(proto(key)))
                    .put("keyMaterialType", "ASYMMETRIC_PUBLIC");
            one.put("status", "ENABLED").put("keyId", key.id()).put("outputPrefixType", "TINK");
        }
        return document;
    }

    private Key primary() {
        if (keys.isEmpty()) {
            rotate();
        }
        return keys.getLast();
    }

    private static byte[] proto(Key key) {
        if (!(key.pair().getPublic() instanceof ECPublicKey point)) {
            throw new IllegalStateException("the key is not on a curve");
        }
        ByteArrayOutputStream proto = new ByteArrayOutputStream();
        proto.writeBytes(PARAMETERS);
        addCoordinate(proto, FIELD_X, point.getW().getAffineX());
        addCoordinate(proto, FIELD_Y, point.getW().getAffineY());
        return proto.toByteArray();
    }

    /** Big-endian with a leading zero, as published keys have it. */
    private static void addCoordinate(ByteArrayOutputStream proto, int field, BigInteger value) {
        byte[] shortest = value.toByteArray();
        byte[] padded = new byte[COORDINATE_BYTES];
        System.arraycopy(shortest, 0, padded, COORDINATE_BYTES - shortest.length, shortest.length);
        proto.write(field);
        proto.write(COORDINATE_BYTES);
        proto.writeBytes(padded);
    }
}
