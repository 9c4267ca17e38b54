package io.pulseline.pipeline.dashboard.health;

import io.pulseline.pipeline.dashboard.Shell;
import java.util.List;

/** What the overview shows. */
public record OverviewView(Shell shell, List<Card> cards) {
    public OverviewView {
        cards = List.copyOf(cards);
    }

    /**
     * The latest of one measure within a week.
     *
     * @param what its value is
     * @param date local date of the user
     * @param average of the week
     * @param usual before that date
     * @param known false where the week has none
     */
    public record Card(
            String title,
            String path,
            String what,
            String value,
            String date,
            String average,
            String usual,
            boolean known) {}
}
