package io.pulseline.pipeline.target.fhir.observation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;

/** Instants and dates as FHIR writes them. */
final class Times {
    private static final int SECONDS_PER_MINUTE = 60;

    /** The largest that FHIR's dateTime allows. */
    private static final int LARGEST_OFFSET_SECONDS = 14 * 60 * SECONDS_PER_MINUTE;

    private Times() {}

    /** An instant in the offset of the record. */
    static DateTimeType at(long epochMillis, int offsetSeconds) {
        return new DateTimeType(
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        Instant.ofEpochMilli(epochMillis).atOffset(offset(offsetSeconds))));
    }

    /** An instant of a record that knows no offset: in UTC. */
    static DateTimeType at(long epochMillis) {
        return at(epochMillis, 0);
    }

    /**
     * A local date, to the day.
     *
     * @throws DateTimeException if the text is no date
     */
    static DateTimeType on(String localDate) {
        return new DateTimeType(LocalDate.parse(localDate).toString());
    }

    static Period between(DateTimeType start, DateTimeType end) {
        return new Period().setStartElement(start).setEndElement(end);
    }

    /** What FHIR cannot write is told in UTC: the instant is the same. */
    private static ZoneOffset offset(int seconds) {
        boolean isWritable =
                seconds % SECONDS_PER_MINUTE == 0 && Math.abs(seconds) <= LARGEST_OFFSET_SECONDS;
        return isWritable ? ZoneOffset.ofTotalSeconds(seconds) : ZoneOffset.UTC;
    }
}
