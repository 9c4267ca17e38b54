package io.pulseline.pipeline.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A share as the user sees it.
 *
 * @param memberId may be given as {@code with} to share with the same member again
 * @param endsAt the end of that day where the user is, or when the user ended it
 * @param looks on which of the user's days the member looked, and how often; latest first
 */
record ShareView(
        UUID shareId,
        UUID memberId,
        String memberName,
        String label,
        LocalDate until,
        Instant endsAt,
        boolean active,
        Instant sharedAt,
        List<Shares.Looks> looks) {
    ShareView {
        looks = List.copyOf(looks);
    }

    static ShareView of(Share share, List<Shares.Looks> looks, Instant now) {
        return new ShareView(
                share.id(),
                share.member(),
                share.memberName(),
                share.label(),
                share.until(),
                share.endsAt(),
                share.active(now),
                share.sharedAt(),
                looks);
    }
}
