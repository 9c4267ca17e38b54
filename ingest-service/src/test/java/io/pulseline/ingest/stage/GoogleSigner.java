package io.pulseline.ingest.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Signs as Google does and publishes its key as Google does, made from the documented wire format
 * by hand: it shares no code with what it tests.
 */
public final class GoogleSigner implements AutoCloseable {
    /** Above 2^31: ids are unsigned. */
    private static final long FIRST_KEY = 3_000_000_001L;

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int status = 200;
    private final AtomicLong keyId = new AtomicLong(FIRST_KEY);
    private volatile KeyPair key = newKey();

    /**
     * Publishes at an address.
     *
     * @param port 0 is any
     */
    public GoogleSigner(int port) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no server for keys", e);
        }
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    byte[] body = keyset().getBytes(UTF_8);
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key", e);
        }
    }

    public URI keysetUrl() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/keyset.json");
    }

    /** How often the keys were asked for. */
    public int asked() {
        return asked.get();
    }

    /** From now on another key signs, and is the only one published. */
    public void changesKey() {
        key = newKey();
        keyId.incrementAndGet();
    }

    /** From now on the keys are answered with this status. */
    public void answers(int code) {
        status = code;
    }

    /** The header for these bytes. */
    public String sign(byte[] body) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(body);
            byte[] der = signature.sign();
            return Base64.getEncoder()
                    .encodeToString(
                            ByteBuffer.allocate(5 + der.length)
                                    .put((byte) 1)
                                    .putInt(keyId.intValue())
                                    .put(der)
                                    .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not signed", e);
        }
    }

    /** The key set as Google publishes it. */
    public String keyset() {
        ECPublicKey published = (ECPublicKey) key.getPublic();
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.writeBytes(new byte[] {0x12, 6, 8, 3, 16, 2, 24, 2});
        coordinate(value, 0x1a, published.getW().getAffineX());
        coordinate(value, 0x22, published.getW().getAffineY());
        return """
        {"primaryKeyId":%1$d,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.EcdsaPublicKey","value":"%2$s","keyMaterialType":"ASYMMETRIC_PUBLIC"},"status":"ENABLED","keyId":%1$d,"outputPrefixType":"TINK"}]}
        """
                .formatted(keyId.get(), Base64.getEncoder().encodeToString(value.toByteArray()));
    }

    /** 33 bytes with a leading zero, as Google's are. */
    private static void coordinate(ByteArrayOutputStream out, int tag, BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[33];
        System.arraycopy(bytes, 0, padded, padded.length - bytes.length, bytes.length);
        out.write(tag);
        out.write(padded.length);
        out.writeBytes(padded);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
