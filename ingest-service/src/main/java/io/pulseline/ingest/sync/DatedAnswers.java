package io.pulseline.ingest.sync;

import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.sync.DatedLedger.Known;
import io.pulseline.ingest.sync.DatedPart.Trait;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the parts of a dated kind, each for the dates it is needed of, and collects the answers.
 * Lives for one reading.
 */
final class DatedAnswers {
    private static final Logger LOG = Logger.getLogger(DatedAnswers.class);

    private final ReadContext context;
    private final DatedRequest request;
    private final Map<LocalDate, Known> known;
    private final Map<LocalDate, Map<String, List<ReadPart>>> read = new TreeMap<>();
    private final Map<LocalDate, Set<String>> changed = new TreeMap<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final NavigableSet<LocalDate> found = new TreeSet<>();
    private final Map<String, String> refused = new HashMap<>();
    private final Map<String, String> rejected = new HashMap<>();
    private final Set<String> figures = new HashSet<>();
    private boolean detailRefused;
    private @Nullable ReadOutcome ended;

    DatedAnswers(ReadContext context, DatedRequest request, Map<LocalDate, Known> known) {
        this.context = context;
        this.request = request;
        this.known = known;
    }

    /** Asks for all parts wanted, in the order in which the provider declares them. */
    void ask(List<DatedPart> parts) {
        parts.stream()
                .filter(part -> part.is(Trait.FIGURE))
                .forEach(part -> figures.add(part.kind()));
        for (DatedPart part : parts) {
            boolean allowed = context.connection().grantedScopes().contains(part.scope());
            boolean asked =
                    request.wanted().test(part)
                            && (request.detail() || !part.isDetail())
                            && (request.seriesBefore() != null || !part.is(Trait.COMPARED_ONLY));
            if (allowed && asked && ended == null) {
                dates(part).ifPresent(range -> ask(part, range));
            }
        }
    }

    /**
     * The dates to ask a part for.
     *
     * @param needed if each date has a question of its own, those that are asked
     */
    private record Range(LocalDate from, LocalDate to, Set<LocalDate> needed) {}

    /** Empty if there is no need to ask. */
    private Optional<Range> dates(DatedPart part) {
        if (!part.isDetail() && part.maximumDays() > 1) {
            return Optional.of(new Range(request.from(), request.to(), Set.of()));
        }
        NavigableSet<LocalDate> needed =
                part.isDetail() ? needingDetail(part) : new TreeSet<>(eachDate());
        return needed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Range(needed.first(), needed.last(), needed));
    }

    /** Where the part it is a detail of has changed, or is there without it. */
    private NavigableSet<LocalDate> needingDetail(DatedPart part) {
        NavigableSet<LocalDate> needed = new TreeSet<>();
        read.forEach((date, parts) -> {
            boolean there = !parts.getOrDefault(part.detailOf(), List.of()).isEmpty();
            boolean without = of(date).of(part.kind()).isEmpty();
            if (there && (without || changes(date).contains(part.detailOf()))) {
                needed.add(date);
            }
        });
        return needed;
    }

    private Set<LocalDate> eachDate() {
        Set<LocalDate> dates = new TreeSet<>(request.each());
        changed.forEach((date, parts) -> {
            if (!Collections.disjoint(parts, figures)) {
                dates.add(date);
            }
        });
        dates.removeIf(date -> date.isBefore(request.from()) || date.isAfter(request.to()));
        return dates;
    }

    private void ask(DatedPart part, Range range) {
        LocalDate from = range.from();
        while (!from.isAfter(range.to()) && ended == null && !isLeftOut(part)) {
            LocalDate last = from.plusDays(part.maximumDays() - 1L);
            LocalDate to = last.isAfter(range.to()) ? range.to() : last;
            if (part.maximumDays() > 1 || range.needed().contains(from)) {
                ask(part, from, to);
            }
            from = to.plusDays(1);
        }
    }

    private boolean isLeftOut(DatedPart part) {
        return refused.containsKey(part.kind()) || rejected.containsKey(part.kind());
    }

    private void ask(DatedPart part, LocalDate from, LocalDate to) {
        DataProvider provider = context.provider();
        Optional<ProviderAnswer<DatedReading>> answer =
                context.asker().ask(token -> provider.dated(token, part.kind(), from, to));
        if (answer.isEmpty()) {
            ended = new ReadOutcome.Postponed();
        } else if (answer.get() instanceof ProviderAnswer.Given<DatedReading>(DatedReading given)) {
            take(part, given);
        } else if (part.is(Trait.COMPARED_ONLY)) {
            // The bundle is whole without it; what has changed shows with the next answer.
            LOG.debugf(
                    "not compared: connection=%s part=%s answer=%s",
                    context.connection().id(),
                    part.kind(),
                    answer.get().getClass().getSimpleName());
        } else if (answer.get() instanceof ProviderAnswer.Rejected<DatedReading>(String reason)) {
            LOG.warnf(
                    "question not taken: connection=%s part=%s from=%s to=%s reason=%s",
                    context.connection().id(), part.kind(), from, to, reason);
            rejected.put(part.kind(), reason);
        } else if (answer.get() instanceof ProviderAnswer.Forbidden<DatedReading>(String reason)) {
            refused.put(part.kind(), reason);
            detailRefused |= provider.refusesDetail(reason);
        } else {
            ended = Answers.outcome(answer.get());
        }
    }

    private void take(DatedPart part, DatedReading reading) {
        unreadable.addAll(reading.unreadable());
        for (LocalDate date = reading.from();
                !date.isAfter(reading.to());
                date = date.plusDays(1)) {
            List<ReadPart> entries = reading.byDate().getOrDefault(date, List.of());
            if (!entries.isEmpty()) {
                found.add(date);
            }
            if (!entries.isEmpty() || reading.isComplete()) {
                note(part.kind(), date, entries);
            }
        }
    }

    /** What a part of a date is now; nothing if it is not there. */
    void note(String partKind, LocalDate date, List<ReadPart> entries) {
        read.computeIfAbsent(date, _ -> new TreeMap<>()).put(partKind, entries);
        List<String> hashes = entries.stream().map(entry -> Hashes.of(entry.body())).toList();
        if (!hashes.equals(of(date).of(partKind))) {
            changed.computeIfAbsent(date, _ -> new TreeSet<>()).add(partKind);
        }
    }

    private Known of(LocalDate date) {
        return known.getOrDefault(date, Known.NOTHING);
    }

    private Set<String> changes(LocalDate date) {
        return changed.getOrDefault(date, Set.of());
    }

    /** Parts that differ from what is kept, by date. */
    Map<LocalDate, Set<String>> changed() {
        return changed;
    }

    /**
     * Parts that were known and are different now, of dates before this one.
     *
     * @param date null for no dates at all
     */
    Map<LocalDate, Set<String>> changedBefore(@Nullable LocalDate date) {
        Map<LocalDate, Set<String>> again = new TreeMap<>();
        changed.forEach((day, parts) -> {
            if (date != null && day.isBefore(date)) {
                Set<String> known = new TreeSet<>(parts);
                known.removeIf(part -> of(day).of(part).isEmpty());
                again.put(day, known);
            }
        });
        return again;
    }

    /** The parts read of a date, by kind; an empty list where the provider has none. */
    Map<String, List<ReadPart>> read(LocalDate date) {
        return read.getOrDefault(date, Map.of());
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }

    /** Dates of which a part has data. */
    NavigableSet<LocalDate> found() {
        return found;
    }

    /** Parts that are not allowed, with the provider's reason. */
    Map<String, String> refused() {
        return refused;
    }

    /** Parts whose questions the provider does not take, with its reason; the others are read. */
    Map<String, String> rejected() {
        return rejected;
    }

    boolean isDetailRefused() {
        return detailRefused;
    }

    /** Why not all was asked; null if it was. */
    @Nullable ReadOutcome ended() {
        return ended;
    }
}
