package io.pulseline.pipeline.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.ContentHash;
import io.pulseline.contracts.pipeline.Boost;
import io.pulseline.pipeline.target.Result;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * Tells whether two results of one revision say the same to a target, whenever they were made.
 *
 * @param result what every target hears
 */
record Fingerprint(String result) {

    static Fingerprint of(Result of) {
        StringBuilder said = new StringBuilder(ContentHash.of(of.record()));
        for (Boost boost : of.boosts()) {
            said.append('\n')
                    .append(boost.getBooster())
                    .append('\n')
                    .append(boost.getStatus())
                    .append('\n')
                    .append(boost.getReason())
                    .append('\n')
                    .append(boost.getText())
                    .append('\n')
                    // A map has no order of its own.
                    .append(new TreeMap<>(boost.getValues()))
                    .append('\n')
                    .append(new TreeMap<>(boost.getImages()));
        }
        return new Fingerprint(sha256(said.toString()));
    }

    /** As a target with this configuration hears it; SHA-256, hex. */
    String at(JsonNode configuration) {
        return sha256(result + configuration);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
