package io.pulseline.pipeline.upload.file;

import io.pulseline.contracts.health.Activity;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a file of any type that we know. */
public final class ActivityFiles {
    /**
     * Version of the rules that read files, 0 to 1023. Count it up when the same file gives another
     * record than before.
     */
    public static final int MAPPING_VERSION = 1;

    private ActivityFiles() {}

    /**
     * The activities in a file, in its order: what the file says, with {@code thingKey} and
     * provenance, but without id, revision, user and hash. Their times are not checked yet.
     *
     * @param type what the sender says it is
     * @param zone whose clocks the times mean where the file does not tell; null if the sender
     *     named none
     * @throws RefusedFileException saying why it cannot be taken
     * @throws io.pulseline.pipeline.form.InvalidFormException naming the wrong fields of our JSON
     */
    public static List<Activity> read(byte[] bytes, FileType type, @Nullable ZoneId zone) {
        if (bytes.length == 0) {
            throw RefusedFileException.unfit("There is no file in the request.");
        }
        if (isZip(bytes)) {
            throw RefusedFileException.unknownType(
                    "This is a ZIP archive; send the file that is in it.");
        }
        List<Activity> activities =
                switch (type) {
                    case FIT -> FitFile.activities(bytes, zone);
                    case TCX, GPX -> XmlFiles.read(bytes, type, zone);
                    case JSON -> List.of(JsonActivity.read(bytes, zone));
                    case UNTOLD -> untold(bytes, zone);
                };
        Set<String> keys = new HashSet<>();
        if (activities.stream().anyMatch(activity -> !keys.add(activity.getThingKey()))) {
            throw RefusedFileException.unfit("Two activities in the file have the same id.");
        }
        return activities;
    }

    private static List<Activity> untold(byte[] bytes, @Nullable ZoneId zone) {
        if (FitDecoder.isFit(bytes, 0)) {
            return FitFile.activities(bytes, zone);
        }
        if (looksLikeXml(bytes)) {
            return XmlFiles.read(bytes, FileType.UNTOLD, zone);
        }
        throw RefusedFileException.unknownType("The file is neither FIT nor TCX nor GPX.");
    }

    private static boolean isZip(byte[] bytes) {
        return bytes.length > 3
                && bytes[0] == 'P'
                && bytes[1] == 'K'
                && bytes[2] == 3
                && bytes[3] == 4;
    }

    /** Whether the first byte that is no blank and no mark of an encoding opens a tag. */
    private static boolean looksLikeXml(byte[] bytes) {
        for (byte next : bytes) {
            if (next == '<') {
                return true;
            }
            if (next > ' ') {
                return false;
            }
        }
        return false;
    }
}
