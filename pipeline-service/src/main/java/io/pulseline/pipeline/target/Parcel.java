package io.pulseline.pipeline.target;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is sent, once more each time. */
public final class Parcel {
    private final UUID deliveryId;
    private final UUID record;
    private final long revision;
    private final EventType event;
    private final byte[] content;
    private final Recipient recipient;
    private final History history;

    /**
     * What is known from before.
     *
     * @param attempt 1 for the first; a later one may find that an earlier one has arrived
     * @param remoteId under which the target keeps what it was sent of this record before; null if
     *     it was sent nothing, or told no id
     * @param progress of this delivery, as the last attempt left it; null if it left none
     */
    public record History(int attempt, @Nullable String remoteId, @Nullable String progress) {
        /** Of something that is sent for the first time. */
        public static final History NONE = new History(1, null, null);
    }

    /**
     * @param deliveryId the id under which the target hears of it
     * @param content as {@link Target#content} made it; not copied
     */
    public Parcel(
            UUID deliveryId,
            UUID record,
            long revision,
            EventType event,
            byte[] content,
            Recipient recipient,
            History history) {
        this.deliveryId = deliveryId;
        this.record = record;
        this.revision = revision;
        this.event = event;
        this.content = content;
        this.recipient = recipient;
        this.history = history;
    }

    /** The id under which the target hears of it; the same in every attempt. */
    public UUID deliveryId() {
        return deliveryId;
    }

    /** Id of the record. */
    public UUID record() {
        return record;
    }

    /** Revision of the record. */
    public long revision() {
        return revision;
    }

    /** What happened to the record, as this target hears it. */
    public EventType event() {
        return event;
    }

    /** Not copied, leave it alone. */
    public byte[] content() {
        return content;
    }

    /** Who gets it. */
    public Recipient recipient() {
        return recipient;
    }

    /** 1 for the first attempt; a later one may find that an earlier one has arrived. */
    public int attempt() {
        return history.attempt();
    }

    /** Under which the target keeps what it was sent of this record before; null if unknown. */
    public @Nullable String remoteId() {
        return history.remoteId();
    }

    /** As the last attempt of this delivery left it; null if it left none. */
    public @Nullable String progress() {
        return history.progress();
    }
}
