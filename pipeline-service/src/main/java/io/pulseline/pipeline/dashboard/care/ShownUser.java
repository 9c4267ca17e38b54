package io.pulseline.pipeline.dashboard.care;

import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.sharing.Share;
import io.pulseline.pipeline.sharing.SharedDays.SharedDay;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Somebody who shares, in the list. */
public record ShownUser(
        UUID userId,
        String label,
        String until,
        ShownDay.Latest night,
        ShownDay.Latest steps,
        ShownDay.Latest resting) {
    static ShownUser of(Share share, List<SharedDay> days, Reader reader) {
        LocalDate today = share.dateAt(reader.now());
        return new ShownUser(
                share.user(),
                share.label(),
                reader.day(share.until()),
                ShownDay.Latest.night(days, today, reader),
                ShownDay.Latest.steps(days, today, reader),
                ShownDay.Latest.resting(days, today, reader));
    }
}
