package io.pulseline.pipeline.run;

import io.pulseline.benchmarks.life.FitbitHours;
import io.pulseline.benchmarks.life.PastYear;
import io.pulseline.pipeline.booster.past.Background;
import io.pulseline.pipeline.booster.past.KnownHeartRate;
import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.booster.past.PastDay;
import java.util.List;

/**
 * A memory that has everything at hand: what reading from PostgreSQL and unpacking takes is not
 * measured.
 */
final class KnownLife implements Memory {
    private final List<PastActivity> activities = PastYear.activities();
    private final List<PastDay> days = PastYear.days();
    private final KnownHeartRate heartRate = FitbitHours.known();

    @Override
    public Background answer(Background background, List<Lookup> lookups) {
        Background known = background;
        for (Lookup lookup : lookups) {
            known =
                    switch (lookup) {
                        case Lookup.HeartRate asked -> known.with(asked, heartRate);
                        case Lookup.Activities asked -> known.with(asked, activities(asked));
                        case Lookup.Days asked -> known.with(asked, days(asked));
                    };
        }
        return known;
    }

    private List<PastActivity> activities(Lookup.Activities asked) {
        return activities.stream()
                .filter(one -> !one.startedAt().isBefore(asked.from()))
                .filter(one -> one.startedAt().isBefore(asked.before()))
                .toList();
    }

    private List<PastDay> days(Lookup.Days asked) {
        return days.stream()
                .filter(day -> !day.date().isBefore(asked.first()))
                .filter(day -> !day.date().isAfter(asked.last()))
                .toList();
    }
}
