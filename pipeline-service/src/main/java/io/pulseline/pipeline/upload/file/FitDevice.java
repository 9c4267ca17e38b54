package io.pulseline.pipeline.upload.file;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a FIT file says of itself and of the device that made it. */
final class FitDevice {
    private static final long ACTIVITY = 4;

    /** Index of the device that wrote the file, among all that took part. */
    private static final long CREATOR = 0;

    private @Nullable FitMessage fileId;
    private @Nullable FitMessage creator;

    void takeFileId(FitMessage message) {
        fileId = message;
    }

    void takeDeviceInfo(FitMessage message) {
        Long index = message.whole(0);
        if (index != null && index == CREATOR && creator == null) {
            creator = message;
        }
    }

    /**
     * Passes files of type activity.
     *
     * @throws RefusedFileException if it is of another
     */
    void refuseUnlessActivity() {
        Long type = fileId == null ? null : fileId.whole(0);
        if (type == null || type != ACTIVITY) {
            throw RefusedFileException.unfit(
                    "The FIT file is not of an activity, but of another type, such as a course, a"
                            + " workout plan or settings.");
        }
    }

    /**
     * The file's key.
     *
     * @param otherwise for a file that does not tell device and time
     */
    String key(String otherwise) {
        Long serial = fileId == null ? null : fileId.whole(3);
        Instant created = fileId == null ? null : fileId.time(4);
        return serial == null || created == null ? otherwise : ThingKeys.fit(serial, created);
    }

    /** The device's serial number; null if it does not tell. */
    @Nullable String id() {
        Long serial = fileId == null ? null : fileId.whole(3);
        serial = serial == null && creator != null ? creator.whole(3) : serial;
        return serial == null ? null : serial.toString();
    }

    /** Name of its model; null if it tells numbers only. */
    @Nullable String name() {
        String name = fileId == null ? null : FileText.name(fileId.text(8));
        name = name == null && creator != null ? FileText.name(creator.text(27)) : name;
        return name == null && creator != null ? FileText.name(creator.text(19)) : name;
    }
}
