package io.pulseline.ingest.sync;

import io.pulseline.ingest.connection.ZoneHistory;
import io.pulseline.ingest.sync.Progress.DetailRight;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Row of table {@code due}; see its comments there. */
@Entity
@Table(name = "due")
public class DueEntity extends PanacheEntityBase {
    @Id public UUID id = new UUID(0, 0);

    @Column(name = "connection_id")
    public UUID connectionId = new UUID(0, 0);

    public String kind = "";

    @Column(name = "due_at")
    public @Nullable Instant dueAt;

    @Column(name = "not_before")
    public @Nullable Instant notBefore;

    @Column(name = "postponed_reason")
    public @Nullable String postponedReason;

    @Column(name = "live_from")
    public LocalDate liveFrom = LocalDate.EPOCH;

    public LocalDate watermark = LocalDate.EPOCH;

    @Column(name = "reread_from")
    public @Nullable LocalDate rereadFrom;

    public long generation;
    public int failures;
    public @Nullable UUID claim;

    @Column(name = "lease_until")
    public @Nullable Instant leaseUntil;

    @Column(name = "read_until")
    public @Nullable Instant readUntil;

    @Column(name = "awaited_date")
    public @Nullable LocalDate awaitedDate;

    @Column(name = "awaited_attempts")
    public int awaitedAttempts;

    @Column(name = "last_success_at")
    public @Nullable Instant lastSuccessAt;

    @Column(name = "trailing_read_on")
    public @Nullable LocalDate trailingReadOn;

    @Column(name = "reread_dates")
    public String rereadDates = "";

    @Column(name = "bells_until")
    public @Nullable Instant bellsUntil;

    @Column(name = "generation_read")
    public long generationRead;

    public String zones = "";

    @Enumerated(EnumType.STRING)
    public DetailRight detail = DetailRight.FINE;

    /** The row as a pass gets it. */
    DueWork work(UUID claimed) {
        return new DueWork(
                id, connectionId, kind, claimed, postponed(), liveFrom, generation, progress());
    }

    private @Nullable Postponement postponed() {
        if (notBefore == null) {
            return null;
        }
        return new Postponement(notBefore, postponedReason == null ? "" : postponedReason);
    }

    private Progress progress() {
        return new Progress(
                watermark,
                readUntil,
                trailingReadOn,
                awaitedDate,
                awaitedAttempts,
                rereadFrom,
                dates(),
                bellsUntil,
                generationRead,
                ZoneHistory.parse(zones),
                detail,
                lastSuccessAt,
                failures);
    }

    /** Zones with which it was last read. */
    ZoneHistory progressZones() {
        return ZoneHistory.parse(zones);
    }

    SortedSet<LocalDate> dates() {
        SortedSet<LocalDate> dates = new TreeSet<>();
        for (String date : rereadDates.isEmpty() ? new String[0] : rereadDates.split(" ")) {
            dates.add(LocalDate.parse(date));
        }
        return dates;
    }

    void dates(SortedSet<LocalDate> dates) {
        rereadDates = dates.stream().map(LocalDate::toString).collect(Collectors.joining(" "));
    }

    /** Adds older dates to those that are to be read again. */
    void reread(Collection<LocalDate> more) {
        SortedSet<LocalDate> all = dates();
        all.addAll(more);
        all.removeIf(date -> date.isBefore(liveFrom));
        dates(all);
    }

    /** Due then, or earlier if it is already. */
    void dueBy(Instant at) {
        dueAt = dueAt == null || dueAt.isAfter(at) ? at : dueAt;
    }

    /**
     * What a pass brought. What notifications asked for meanwhile stays.
     *
     * @param work the row as the pass got it
     */
    void apply(PassResult.Again again, DueWork work) {
        Progress progress = again.progress();
        Postponement postponed = again.postponed();
        notBefore = postponed == null ? null : postponed.until();
        postponedReason = postponed == null ? null : postponed.reason();
        watermark = progress.watermark();
        readUntil = progress.readUntil();
        trailingReadOn = progress.trailingReadOn();
        bellsUntil = progress.bellsUntil();
        generationRead = progress.generationRead();
        zones = progress.zones().text();
        detail = progress.detail();
        lastSuccessAt = progress.lastSuccessAt();
        failures = progress.failures();
        SortedSet<LocalDate> dates = dates();
        dates.removeAll(work.progress().rereadDates());
        dates.addAll(progress.rereadDates());
        dates(dates);
        if (Objects.equals(rereadFrom, work.progress().rereadFrom())) {
            rereadFrom = progress.rereadFrom();
        }
        if (generation == work.generation()) {
            awaitedDate = progress.awaitedDate();
            awaitedAttempts = progress.awaitedAttempts();
        }
    }
}
