package io.pulseline.normalizer.record;

import io.pulseline.contracts.Ids;
import io.pulseline.normalizer.record.LocalTimes.Sequence;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the series of one local date into slots: one for every hour that the payload's coverage
 * touches, empty ones too, and none outside. Rows are put into their slot as they are read; rows at
 * or after the end of the coverage say nothing, because a source may fill its grid beyond what it
 * knows.
 *
 * @param <C> what collects the rows of one slot
 */
public final class CoveredSlots<C> {
    private final DatedPayload payload;
    private final LocalDay day;
    private final Instant coverageTo;
    private final List<Cell<C>> cells = new ArrayList<>();

    /**
     * @param collector makes the collector of a slot
     * @throws UnmappableException if no zone is known for the date, or the coverage is not told (of
     *     a date that has vanished it need not be: then it is the whole date)
     */
    public CoveredSlots(DatedPayload payload, Function<Slot, C> collector) {
        this.payload = payload;
        this.day = new LocalDay(payload.date(), payload.times().requiredZoneOn(payload.date()));
        boolean wholeDate = payload.parts().tellVanished();
        Instant from = bound(payload.coverageFrom(), wholeDate ? day.start() : null);
        this.coverageTo = bound(payload.coverageTo(), wholeDate ? day.end() : null);
        for (Slot slot : day.slots(from, coverageTo)) {
            cells.add(new Cell<>(slot, collector.apply(slot)));
        }
    }

    private static Instant bound(Optional<Instant> told, @Nullable Instant otherwise) {
        return told.or(() -> Optional.ofNullable(otherwise))
                .orElseThrow(() -> new UnmappableException("payload does not say what it covers"));
    }

    /** Takes the rows of one document, in its order. */
    public Rows<C> rows() {
        return new Rows<>(this, payload.times().inOrder());
    }

    /** A row by its instant; passed over where the coverage does not reach. */
    public void put(Instant instant, Row<C> row) {
        Cell<C> cell = cellOf(instant);
        if (cell != null) {
            row.at(instant, cell.collector);
        }
    }

    /**
     * Whether a span of time has a part in the slots.
     *
     * @param from inclusive
     * @param to exclusive; the same instant for a span without length
     */
    public boolean reach(Instant from, Instant to) {
        return !cells.isEmpty()
                && from.isBefore(coverageTo)
                && from.isBefore(day.end())
                && (from.equals(to) ? cellOf(from) != null : to.isAfter(firstStart()));
    }

    private Instant firstStart() {
        return cells.getFirst().slot().start();
    }

    /** Name of the zone by which local times are read. */
    public String zone() {
        return day.zone().getId();
    }

    /** One record for each slot, in order, made whole here. */
    public Mapping records(Function<Cell<C>, SpecificRecord> record) {
        RecordFrame frame = payload.frame();
        return payload.mapping(
                cells.stream()
                        .map(cell ->
                                frame.complete(
                                        record.apply(cell), key(cell), cell.slot().coveredUntil()))
                        .toList());
    }

    /** As {@link #records}, for a date that the source no longer has. */
    public Mapping vanished(Function<Cell<C>, SpecificRecord> record) {
        RecordFrame frame = payload.frame();
        return payload.mapping(
                cells.stream().map(cell -> frame.vanished(record.apply(cell), key(cell))).toList());
    }

    private String key(Cell<C> cell) {
        return Ids.slotKey(day.date(), cell.slot().number());
    }

    private @Nullable Cell<C> cellOf(Instant instant) {
        // The last hour of a date may be shorter than one, so its end is asked for itself.
        if (cells.isEmpty() || !instant.isBefore(coverageTo) || !instant.isBefore(day.end())) {
            return null;
        }
        int index = day.numberOf(instant) - cells.getFirst().slot().number();
        return index < 0 || index >= cells.size() ? null : cells.get(index);
    }

    /** One slot with its rows. */
    public static final class Cell<C> {
        private final Slot slot;
        private final C collector;
        private boolean placedByRule;

        private Cell(Slot slot, C collector) {
            this.slot = slot;
            this.collector = collector;
        }

        public Slot slot() {
            return slot;
        }

        public C collector() {
            return collector;
        }

        /** Whether one of its rows had a local time that the clocks showed twice or never. */
        public boolean placedByRule() {
            return placedByRule;
        }
    }

    /** What is told of a row that lies inside the coverage. */
    @FunctionalInterface
    public interface Row<C> {
        void at(Instant instant, C collector);
    }

    /** The rows of one document. */
    public static final class Rows<C> {
        private final CoveredSlots<C> slots;
        private final Sequence sequence;

        private Rows(CoveredSlots<C> slots, Sequence sequence) {
            this.slots = slots;
            this.sequence = sequence;
        }

        /** The next row, by its time of day. */
        public void next(LocalTime time, Row<C> row) {
            Instant instant = sequence.instantOf(slots.day.date().atTime(time));
            Cell<C> cell = slots.cellOf(instant);
            if (cell != null) {
                cell.placedByRule |= sequence.lastWasPlacedByRule();
                row.at(instant, cell.collector);
            }
        }
    }
}
