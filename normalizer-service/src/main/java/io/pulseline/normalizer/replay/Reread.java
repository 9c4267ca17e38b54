package io.pulseline.normalizer.replay;

import io.pulseline.normalizer.record.MappedRecord;
import io.pulseline.normalizer.record.RecordKind;
import java.util.UUID;

/**
 * A record as the present mapping makes it.
 *
 * @param payloadKind the kind it is counted under
 * @param payload where the payload lies that it is made of
 */
record Reread(
        UUID recordId,
        RecordKind kind,
        String payloadKind,
        String user,
        long revision,
        String contentHash,
        Place payload) {
    static Reread of(MappedRecord mapped, String payloadKind, Place payload) {
        return new Reread(
                mapped.recordId(),
                mapped.kind(),
                payloadKind,
                mapped.user(),
                mapped.revision(),
                mapped.contentHash(),
                payload);
    }
}
