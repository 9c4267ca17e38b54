package io.pulseline.pipeline.target.strava;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * What Strava is to know of an activity, as it lies in the ledger.
 *
 * @param name empty: Strava gives one
 * @param description empty: what stands at Strava stays
 * @param sportType Strava's word
 * @param inFile whether the file says the same of the sport
 * @param trainer whether it was done on the spot; null where the file is to decide
 * @param hideFromHome whether it is kept out of the feed
 * @param externalId ours, the same for every revision
 * @param file in FIT; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record StravaContent(
        String name,
        String description,
        String sportType,
        boolean inFile,
        @Nullable Boolean trainer,
        boolean hideFromHome,
        String externalId,
        byte[] file) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As the ledger keeps it; the same input gives the same bytes. */
    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and bytes are always JSON", e);
        }
    }

    /**
     * What {@link #bytes} made.
     *
     * @throws UncheckedIOException if it is anything else
     */
    static StravaContent read(byte[] bytes) {
        try {
            return JSON.readValue(bytes, StravaContent.class);
        } catch (IOException e) {
            // Not chained: its message may quote a title.
            throw new UncheckedIOException(new IOException("the content is not ours for Strava"));
        }
    }

    /** Whether an upload leaves something to say. */
    boolean leavesSomethingToSay() {
        return !inFile || hideFromHome;
    }

    /** What an upload cannot say, in the names of Strava's {@code PUT /activities/{id}}. */
    byte[] rest() {
        return written(rest(JSON.createObjectNode()));
    }

    /** Everything that can be changed. */
    byte[] all() {
        ObjectNode all = JSON.createObjectNode();
        if (!name.isEmpty()) {
            all.put("name", name);
        }
        if (!description.isEmpty()) {
            all.put("description", description);
        }
        if (trainer != null) {
            all.put("trainer", trainer);
        }
        return written(rest(all));
    }

    private ObjectNode rest(ObjectNode change) {
        change.put("sport_type", sportType);
        if (hideFromHome) {
            // Never false: the user may have hidden it there.
            change.put("hide_from_home", true);
        }
        return change;
    }

    private static byte[] written(ObjectNode change) {
        try {
            return JSON.writeValueAsBytes(change);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
