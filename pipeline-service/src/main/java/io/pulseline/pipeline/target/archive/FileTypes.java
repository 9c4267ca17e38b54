package io.pulseline.pipeline.target.archive;

/** Media types by the ending of a file's name. */
final class FileTypes {
    private FileTypes() {}

    static String of(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "fit" -> "application/vnd.ant.fit";
            case "tcx" -> "application/vnd.garmin.tcx+xml";
            case "gpx" -> "application/gpx+xml";
            case "csv" -> "text/csv; charset=utf-8";
            case "json" -> "application/json";
            default -> "application/octet-stream";
        };
    }
}
