package io.pulseline.pipeline.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A user lets a member of the care team read.
 *
 * @param user who shares
 * @param member who reads
 * @param memberName how the user sees the member
 * @param label how the member sees the user
 * @param until the last day of it in {@code zone}
 * @param zone where the user was when they shared
 * @param endsAt the end of that day, or when the user ended it
 */
public record Share(
        UUID id,
        UUID user,
        UUID member,
        String memberName,
        String label,
        LocalDate until,
        ZoneId zone,
        Instant endsAt,
        Instant sharedAt) {

    /** The first moment after a day in a zone. */
    static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The user's date. */
    public LocalDate dateAt(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    boolean active(Instant now) {
        return now.isBefore(endsAt);
    }
}
