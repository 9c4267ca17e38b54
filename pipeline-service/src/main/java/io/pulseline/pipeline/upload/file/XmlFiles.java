package io.pulseline.pipeline.upload.file;

import io.pulseline.contracts.health.Activity;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TCX and GPX, told apart by their root element. */
final class XmlFiles {
    private static final String TCX_ROOT = "TrainingCenterDatabase";
    private static final String GPX_ROOT = "gpx";

    private XmlFiles() {}

    /**
     * The activities in a file.
     *
     * @param said what the sender says it is
     * @throws RefusedFileException if it is not that, or cannot be read
     */
    static List<Activity> read(byte[] bytes, FileType said, @Nullable ZoneId zone) {
        XmlWalk xml = XmlWalk.of(bytes);
        String root = xml.root();
        if (root.equals(TCX_ROOT) && said != FileType.GPX) {
            return new TcxReader(xml, bytes, zone).activities();
        }
        if (root.equals(GPX_ROOT) && said != FileType.TCX) {
            return new GpxReader(xml, bytes, zone).activities();
        }
        throw RefusedFileException.unfit(
                said == FileType.UNTOLD
                        ? "The XML is neither TCX nor GPX: its root element is another."
                        : "The XML is no " + said + ": its root element is another.");
    }
}
