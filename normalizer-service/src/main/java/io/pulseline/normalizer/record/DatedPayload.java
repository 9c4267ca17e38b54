package io.pulseline.normalizer.record;

import io.pulseline.contracts.source.PayloadCaptured;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** A payload of one local date of the user, and what is needed to read it. */
public final class DatedPayload {
    private final PayloadCaptured payload;
    private final LocalDate date;
    private final RecordFrame frame;
    private final PayloadParts parts;
    private final Oddities oddities = new Oddities();
    private final LocalTimes times;

    /**
     * @throws UnmappableException if the payload has no readable date, no parts, or lacks what a
     *     record needs
     */
    public DatedPayload(PayloadCaptured payload, RecordKind kind) {
        this.payload = payload;
        this.date = date(payload);
        this.frame = new RecordFrame(payload, kind);
        this.parts = new PayloadParts(payload);
        this.times = new LocalTimes(payload.getZoneHistory(), oddities);
        if (parts.areNone()) {
            throw new UnmappableException("payload has no parts");
        }
    }

    private static LocalDate date(PayloadCaptured payload) {
        String text = payload.getLocalDate();
        if (text == null) {
            throw new UnmappableException("payload has no localDate");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UnmappableException("payload has a localDate that is not yyyy-MM-dd", e);
        }
    }

    public LocalDate date() {
        return date;
    }

    public RecordFrame frame() {
        return frame;
    }

    public PayloadParts parts() {
        return parts;
    }

    public Oddities oddities() {
        return oddities;
    }

    /** The user's zones; doubtful times are counted among this payload's oddities. */
    public LocalTimes times() {
        return times;
    }

    /** First instant for which the payload is complete; empty where it does not say. */
    Optional<Instant> coverageFrom() {
        return Optional.ofNullable(payload.getCoverageFromEpochMillis()).map(Instant::ofEpochMilli);
    }

    /** First instant for which it no longer is. */
    Optional<Instant> coverageTo() {
        return Optional.ofNullable(payload.getCoverageToEpochMillis()).map(Instant::ofEpochMilli);
    }

    /** These records, as the reading of this payload. */
    public Mapping mapping(List<MappedRecord> records) {
        return new Mapping(records, oddities.counts());
    }

    /** The one record of the date; it is made whole here. */
    public Mapping mapping(SpecificRecord record) {
        return mapping(List.of(frame.complete(record, key(), endOrCapture())));
    }

    /** The one record of a date that the source no longer has. */
    public Mapping vanished(SpecificRecord record) {
        return mapping(List.of(frame.vanished(record, key())));
    }

    private String key() {
        return date.toString();
    }

    /** A day that still runs has not ended: then the capture is the latest that is told of. */
    private Instant endOrCapture() {
        Instant captured = frame.capturedAt();
        Optional<ZoneId> zone = times.zoneOn(date);
        return zone.map(known -> new LocalDay(date, known).end())
                .filter(end -> end.isBefore(captured))
                .orElse(captured);
    }
}
