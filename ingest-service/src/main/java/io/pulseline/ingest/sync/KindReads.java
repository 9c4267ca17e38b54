package io.pulseline.ingest.sync;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.connection.ZoneHistory;
import io.pulseline.ingest.sync.Progress.DetailRight;
import io.pulseline.ingest.sync.SeriesPlan.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The one way to read a range of one kind, for whoever asks. */
@ApplicationScoped
class KindReads implements KindReader {
    private final ListedReads listed;
    private final DatedReads dated;
    private final SeriesReads series;

    KindReads(ListedReads listed, DatedReads dated, SeriesReads series) {
        this.listed = listed;
        this.dated = dated;
        this.series = series;
    }

    @Override
    public ReadOutcome read(ReadContext context, String kind, LocalDate from, LocalDate to) {
        return switch (kind) {
            case PayloadKind.ACTIVITY, PayloadKind.SLEEP -> listed(context, kind, from, to);
            case PayloadKind.HEART_RATE, PayloadKind.STEPS -> series(context, kind, from, to);
            default -> dated.read(context, kind, DatedRequest.all(from, to)).outcome();
        };
    }

    private ReadOutcome listed(ReadContext context, String kind, LocalDate from, LocalDate to) {
        ListedReads.Result result = listed.list(context, kind, from, to);
        if (!(result.outcome() instanceof ReadOutcome.Read)) {
            return result.outcome();
        }
        if (!listed.forward(context, kind, () -> true)) {
            return new ReadOutcome.Failed("Kafka or the registry is away");
        }
        return result.unfinishedFrom() == null
                ? result.outcome()
                : new ReadOutcome.Failed(
                        "the provider is still working on " + result.unfinishedFrom());
    }

    private ReadOutcome series(ReadContext context, String kind, LocalDate from, LocalDate to) {
        Optional<ReadOutcome.Unread> unknown = context.withoutDevices();
        if (unknown.isPresent()) {
            return unknown.get();
        }
        ZoneHistory zones = context.connection().zones();
        Instant synced = context.knownSync();
        Instant told = synced == null || synced.isAfter(context.now()) ? context.now() : synced;
        List<Window> windows =
                from.datesUntil(to.plusDays(1))
                        .filter(date -> !date.isAfter(zones.dateOf(told)))
                        .map(date -> Window.whole(date, zones, told))
                        .toList();
        return series.read(context, kind, windows, DetailRight.FINE).outcome();
    }
}
