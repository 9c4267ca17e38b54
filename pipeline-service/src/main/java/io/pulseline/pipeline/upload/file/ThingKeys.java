package io.pulseline.pipeline.upload.file;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Keys of activities from files: from what the file says it is, else from its bytes. */
final class ThingKeys {
    private static final int SHORT_HASH = 16;
    private static final int LONGEST_ID = 100;

    private ThingKeys() {}

    /** A FIT file: the device's serial number, and when the device made the file. */
    static String fit(long serialNumber, Instant created) {
        return key("fit:" + serialNumber + ":" + created);
    }

    /** An activity in a TCX file, which has an id of its own. */
    static String tcx(String id) {
        return key("tcx:" + id);
    }

    /** A GPX file: when it begins; other recordings may have begun in the same second. */
    static String gpx(Instant first, byte[] bytes) {
        return key("gpx:" + first + ":" + sha256(bytes).substring(0, SHORT_HASH));
    }

    /** Our JSON with a key of its sender. */
    static String json(String id) {
        String prefix = key("");
        return id.startsWith(prefix) ? id : key(id);
    }

    /** A file that does not say what it is. */
    static String bytes(byte[] bytes) {
        return key("sha256:" + sha256(bytes));
    }

    /** One of several activities in a file; the first keeps the file's key. */
    static String part(String key, int index) {
        return index == 0 ? key : key + "/" + (index + 1);
    }

    /** Whether an id is short enough to be a key. */
    static boolean isUsable(String id) {
        return !id.isBlank() && id.length() <= LONGEST_ID;
    }

    /** The key without the word that all of them begin with. */
    static String withoutProvider(String key) {
        return key.substring(OpenSets.Provider.FILE.length() + 1);
    }

    private static String key(String id) {
        return Ids.thingKey(OpenSets.Provider.FILE, id);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
