package io.pulseline.ingest.sync;

import com.github.luben.zstd.Zstd;
import io.pulseline.contracts.NamedUuid;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.contracts.wire.PartBytes;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Parts between the provider's answer, the table and the payload; compressed once. */
final class KeptPart {
    private static final Set<String> THINGS =
            Set.of(PartKind.LOG, PartKind.EXERCISE, PartKind.SLEEP);

    private KeptPart() {}

    static ThingPartEntity row(UUID thing, int position, boolean whole, ReadPart part) {
        ThingPartEntity row = new ThingPartEntity();
        row.id = NamedUuid.of(thing, part.kind() + ":" + position);
        row.thingId = thing;
        row.kind = part.kind();
        row.position = position;
        row.whole = whole;
        row.requestPath = part.requestPath();
        row.firstLocalDate = part.firstLocalDate();
        row.lastLocalDate = part.lastLocalDate();
        row.status = part.status();
        row.contentType = part.contentType();
        row.unitSystem = part.unitSystem();
        row.capturedAt = part.capturedAt();
        row.uncompressedBytes = part.body().length;
        ByteBuffer packed = PartBytes.compress(part.body());
        row.zstd = new byte[packed.remaining()];
        packed.get(row.zstd);
        row.bodyHash = Hashes.of(part.body());
        return row;
    }

    /** Parts of one kind, in their order. */
    static List<ThingPartEntity> rows(UUID thing, boolean whole, List<ReadPart> parts) {
        List<ThingPartEntity> rows = new ArrayList<>();
        for (ReadPart part : parts) {
            rows.add(row(thing, rows.size(), whole, part));
        }
        return rows;
    }

    /** A note that the provider refused this part (403), so that it is not asked for again. */
    static ThingPartEntity denied(UUID thing, String kind, Instant at) {
        ReadPart nothing = new ReadPart(kind, "", null, null, 403, null, "", at, new byte[0]);
        return row(thing, 0, true, nothing);
    }

    /** Whether it is the thing itself, not one of the further parts that it promises. */
    static boolean isThing(ThingPartEntity row) {
        return THINGS.contains(row.kind);
    }

    /** Whether the provider gave it: only these go into a payload. */
    static boolean isGiven(ThingPartEntity row) {
        return row.status >= 200 && row.status < 300;
    }

    static ReadPart read(ThingPartEntity row) {
        return new ReadPart(
                row.kind,
                row.requestPath,
                row.firstLocalDate,
                row.lastLocalDate,
                row.status,
                row.contentType,
                Optional.ofNullable(row.unitSystem).orElse(""),
                row.capturedAt,
                Zstd.decompress(row.zstd, (int) row.uncompressedBytes));
    }

    static PayloadPart payloadPart(ThingPartEntity row) {
        return PayloadPart.newBuilder()
                .setKind(row.kind)
                .setRequestPath(row.requestPath)
                .setFirstLocalDate(
                        row.firstLocalDate == null ? null : row.firstLocalDate.toString())
                .setLastLocalDate(row.lastLocalDate == null ? null : row.lastLocalDate.toString())
                .setStatus(row.status)
                .setContentType(row.contentType)
                .setUnitSystem(row.unitSystem)
                .setCapturedEpochMillis(row.capturedAt.toEpochMilli())
                .setUncompressedBytes(row.uncompressedBytes)
                .setZstd(ByteBuffer.wrap(row.zstd))
                .build();
    }
}
