package io.pulseline.pipeline.upload.file;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a file is said to be. */
public enum FileType {
    FIT,
    TCX,
    GPX,
    JSON,
    /** Not told: FIT, TCX or GPX, as the bytes show. */
    UNTOLD;

    /**
     * The type that a media type stands for, whatever its parameters.
     *
     * @param mediaType as it stands in {@code Content-Type}; null counts as not told
     * @throws RefusedFileException if it is none of ours
     */
    public static FileType of(@Nullable String mediaType) {
        if (mediaType == null || mediaType.isBlank()) {
            return UNTOLD;
        }
        String bare = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (bare) {
            case "application/vnd.ant.fit", "application/fit" -> FIT;
            case "application/vnd.garmin.tcx+xml", "application/tcx+xml" -> TCX;
            case "application/gpx+xml" -> GPX;
            case "application/json" -> JSON;
            case "application/octet-stream",
                    "application/gzip",
                    "application/x-gzip",
                    "application/xml",
                    "text/xml" ->
                    UNTOLD;
            default -> throw unknown();
        };
    }

    private static RefusedFileException unknown() {
        return RefusedFileException.unknownType(
                "Files of this content type are not taken. Send FIT (application/vnd.ant.fit), TCX"
                        + " (application/vnd.garmin.tcx+xml), GPX (application/gpx+xml), any of the"
                        + " three as application/octet-stream, or our JSON (application/json).");
    }
}
