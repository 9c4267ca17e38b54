package io.pulseline.ingest.sync;

import io.pulseline.contracts.wire.RegistryUnavailableException;
import io.pulseline.ingest.connection.Condition;
import io.pulseline.ingest.connection.ConnectionStore;
import io.pulseline.ingest.sync.DatedLedger.Known;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of a dated kind and publishes each date's bundle whole when one of its parts has
 * changed, or the zone with which it is read. What one complete reading lacks is kept until a later
 * one lacks it too.
 */
@ApplicationScoped
class DatedReads {
    private final DatedLedger ledger;
    private final DatedBundles bundles;
    private final DeadLetters deadLetters;
    private final ConnectionStore connections;
    private final SyncConfig config;

    DatedReads(
            DatedLedger ledger,
            DatedBundles bundles,
            DeadLetters deadLetters,
            ConnectionStore connections,
            SyncConfig config) {
        this.ledger = ledger;
        this.bundles = bundles;
        this.deadLetters = deadLetters;
        this.connections = connections;
        this.config = config;
    }

    /** Reads and publishes; blocks. */
    DatedRequest.Result read(ReadContext context, String kind, DatedRequest request) {
        Map<LocalDate, Known> known =
                ledger.known(context.connection().id(), kind, request.from(), request.to());
        DatedAnswers answers = new DatedAnswers(context, request, known);
        List<DatedPart> parts = context.provider().datedParts(kind);
        answers.ask(parts);
        context.changed(parts, answers.changedBefore(request.seriesBefore()));
        deadLetters.send(context, kind, answers.unreadable());
        holdRefusals(context, answers);
        Gone gone = gone(context.now(), known, answers);
        keepMissing(context, kind, gone);
        try {
            boolean sent = bundles.publish(context, kind, changes(context, known, answers, gone));
            ReadOutcome outcome =
                    sent ? outcome(answers, parts) : failed("Kafka did not acknowledge");
            return new DatedRequest.Result(outcome, answers.isDetailRefused(), gone.lookAgain());
        } catch (RegistryUnavailableException _) {
            return new DatedRequest.Result(failed("the registry does not answer"), false, null);
        }
    }

    private static ReadOutcome failed(String reason) {
        return new ReadOutcome.Failed(reason);
    }

    private void holdRefusals(ReadContext context, DatedAnswers answers) {
        if (!answers.refused().isEmpty()) {
            String parts = String.join(", ", new TreeSet<>(answers.refused().keySet()));
            connections.hold(
                    context.connection().id(),
                    new Condition(
                            Condition.MISSING_SCOPES,
                            context.now(),
                            "FORBIDDEN",
                            "The provider does not let us read: "
                                    + parts
                                    + "; connect again and allow it."));
        }
    }

    /**
     * Parts that are kept and that complete readings lack.
     *
     * @param sure by date, lacking long enough: they have vanished
     * @param missing dates on which something lacks for the first time
     * @param back dates on which it is there again
     * @param lookAgain when to be sure; null if nothing lacks
     */
    private record Gone(
            Map<LocalDate, Set<String>> sure,
            Map<LocalDate, Set<String>> unsure,
            Set<LocalDate> missing,
            Set<LocalDate> back,
            @Nullable Instant lookAgain) {}

    private Gone gone(Instant now, Map<LocalDate, Known> known, DatedAnswers answers) {
        Map<LocalDate, Set<String>> sure = new TreeMap<>();
        Map<LocalDate, Set<String>> unsure = new TreeMap<>();
        Set<LocalDate> missing = new TreeSet<>();
        Set<LocalDate> back = new TreeSet<>();
        known.forEach((date, kept) -> {
            Set<String> lacking = new TreeSet<>();
            answers.read(date)
                    .forEach((part, entries) -> {
                        if (entries.isEmpty() && !kept.of(part).isEmpty()) {
                            lacking.add(part);
                        }
                    });
            Instant since = kept.missingSince();
            if (lacking.isEmpty()) {
                if (since != null && !answers.read(date).isEmpty()) {
                    back.add(date);
                }
            } else if (since != null && !since.plus(config.vanishedAfter()).isAfter(now)) {
                sure.put(date, lacking);
            } else {
                unsure.put(date, lacking);
                if (since == null) {
                    missing.add(date);
                }
            }
        });
        Instant again = unsure.isEmpty() ? null : now.plus(config.vanishedAfter());
        return new Gone(sure, unsure, missing, back, again);
    }

    private void keepMissing(ReadContext context, String kind, Gone gone) {
        ledger.missing(context.connection().id(), kind, gone.missing(), context.now());
        ledger.missing(context.connection().id(), kind, gone.back(), null);
    }

    /** Parts to be put in place of those kept, by date; also dates whose zone has changed. */
    private static Map<LocalDate, Map<String, List<ReadPart>>> changes(
            ReadContext context, Map<LocalDate, Known> known, DatedAnswers answers, Gone gone) {
        Map<LocalDate, Map<String, List<ReadPart>>> changes = new TreeMap<>();
        answers.changed()
                .forEach((date, parts) -> {
                    Map<String, List<ReadPart>> replaced = new TreeMap<>();
                    for (String part : parts) {
                        boolean unsure = gone.unsure().getOrDefault(date, Set.of()).contains(part);
                        if (!unsure) {
                            replaced.put(part, answers.read(date).getOrDefault(part, List.of()));
                        }
                    }
                    if (!replaced.isEmpty()) {
                        changes.put(date, replaced);
                    }
                });
        known.forEach((date, kept) -> {
            String zone = context.connection().zones().zoneOn(date).getId();
            if (kept.told() != null && !kept.zone().equals(zone)) {
                changes.putIfAbsent(date, Map.of());
            }
        });
        return changes;
    }

    private static ReadOutcome outcome(DatedAnswers answers, List<DatedPart> parts) {
        ReadOutcome ended = answers.ended();
        if (ended != null) {
            return ended;
        }
        String first = parts.getFirst().kind();
        @Nullable String refused = answers.refused().get(first);
        boolean onlyThat =
                parts.stream().allMatch(part -> part.isDetail() || part.kind().equals(first));
        if (refused != null && onlyThat) {
            return new ReadOutcome.Refused(refused);
        }
        @Nullable String rejected = answers.rejected().get(first);
        if (rejected != null && onlyThat) {
            return new ReadOutcome.Absent(rejected);
        }
        TreeSet<LocalDate> found = new TreeSet<>();
        answers.found().stream()
                .filter(date -> !answers.read(date).getOrDefault(first, List.of()).isEmpty())
                .forEach(found::add);
        return new ReadOutcome.Read(found);
    }
}
