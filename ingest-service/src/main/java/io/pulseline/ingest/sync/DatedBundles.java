package io.pulseline.ingest.sync;

import io.pulseline.ingest.connection.ZoneHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Puts the bundles of dates together from what was read and what is kept, and publishes them. */
@ApplicationScoped
class DatedBundles {
    private final DatedLedger ledger;
    private final Outbox outbox;
    private final SyncConfig config;

    DatedBundles(DatedLedger ledger, Outbox outbox, SyncConfig config) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.config = config;
    }

    /** What one call stores. */
    private static final class Batch {
        private final List<ThingEntity> things = new ArrayList<>();
        private final List<ThingEntity> ready = new ArrayList<>();
        private final Set<UUID> gone = new HashSet<>();
        private final List<ThingPartEntity> kept = new ArrayList<>();
    }

    /**
     * Publishes the bundle of each date that differs from the one told before.
     *
     * @param changes parts in place of those kept, by date and kind
     * @return false if Kafka did not acknowledge; they are sent again with the next pass
     */
    boolean publish(
            ReadContext context, String kind, Map<LocalDate, Map<String, List<ReadPart>>> changes) {
        if (changes.isEmpty()) {
            return true;
        }
        Map<LocalDate, ThingEntity> things = ledger.things(context, kind, changes.keySet());
        Map<UUID, List<ThingPartEntity>> kept =
                ledger.parts(things.values().stream().map(thing -> thing.id).toList());
        Batch batch = new Batch();
        things.forEach((date, thing) ->
                prepare(
                        context,
                        thing,
                        Answers.present(changes, date),
                        kept.getOrDefault(thing.id, List.of()),
                        batch));
        ledger.store(batch.things, batch.gone, batch.kept);
        return outbox.send(context.connection(), batch.ready);
    }

    private void prepare(
            ReadContext context,
            ThingEntity thing,
            Map<String, List<ReadPart>> replaced,
            List<ThingPartEntity> kept,
            Batch batch) {
        List<ThingPartEntity> parts = new ArrayList<>();
        for (ThingPartEntity part : kept) {
            if (replaced.containsKey(part.kind)) {
                batch.gone.add(part.id);
            } else {
                parts.add(part);
            }
        }
        replaced.values()
                .forEach(entries -> {
                    for (int position = 0; position < entries.size(); position++) {
                        ThingPartEntity row =
                                KeptPart.row(thing.id, position, true, entries.get(position));
                        parts.add(row);
                        batch.kept.add(row);
                    }
                });
        thing.missingSince = null;
        batch.things.add(thing);
        if (makeReady(context, thing, parts)) {
            batch.ready.add(thing);
        }
    }

    /** True if the thing is to be sent. */
    private boolean makeReady(ReadContext context, ThingEntity thing, List<ThingPartEntity> parts) {
        LocalDate date = LocalDate.parse(thing.thingKey);
        ZoneHistory zones = context.connection().zones();
        ZoneId zone = zones.zoneOn(date);
        boolean nothing = parts.stream().noneMatch(KeptPart::isGiven);
        if (nothing && (thing.publishedHash == null || isVanished(thing))) {
            return false;
        }
        Bundle bundle =
                nothing
                        ? Bundle.vanished(thing, context.now())
                        : Bundle.of(thing, parts, Set.of(), zone.getId());
        if (bundle.hash().equals(thing.publishedHash)) {
            return false;
        }
        thing.zone = zone.getId();
        thing.route = context.route();
        Instant end = HourHashes.start(date, 24, zone);
        Bundle.Facts facts =
                new Bundle.Facts(HourHashes.start(date, 0, zone), end, end, context.knownSync());
        Optional<byte[]> encoded =
                outbox.encode(
                        bundle.payload(context.connection(), thing, facts, config.lateAfter()));
        encoded.ifPresent(bytes -> thing.ready(bundle, bytes, context.now()));
        return encoded.isPresent();
    }

    private static boolean isVanished(ThingEntity thing) {
        return Bundle.VANISHED.equals(thing.publishedHash);
    }
}
