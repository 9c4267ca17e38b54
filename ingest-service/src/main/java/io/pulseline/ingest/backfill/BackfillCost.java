package io.pulseline.ingest.backfill;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.backfill.Backfill.Step;
import io.pulseline.ingest.sync.DataProvider;
import io.pulseline.ingest.sync.DatedPart;
import io.pulseline.ingest.sync.DatedPart.Trait;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How many requests the reading of one user's history takes: its steps are made one after the
 * other, as a backfill makes them, and each is counted by the questions it asks. How many
 * activities there are is assumed; everything else follows from the provider and our steps.
 */
final class BackfillCost {
    /** Somebody who trains often. Each activity has parts of its own to be asked for. */
    static final int ACTIVITIES_IN_A_WEEK = 4;

    /** Heart rate and track, where it was recorded. */
    static final int PARTS_OF_AN_ACTIVITY = 2;

    /** Under which the requests stand that belong to no kind. */
    static final String USER = "user";

    private static final int DAYS_IN_A_WEEK = 7;
    private static final UUID NOBODY = new UUID(0, 0);

    private final DataProvider provider;

    BackfillCost(DataProvider provider) {
        this.provider = provider;
    }

    /**
     * Requests by kind, and once for the user.
     *
     * @param last newest date that is read
     * @param days dates of each kind
     */
    Map<String, Integer> requests(LocalDate last, int days, int datesPerStep) {
        Backfill backfill = begin(last, days);
        Map<String, Integer> requests = new TreeMap<>();
        // The devices are asked first; a long history begins where the user did.
        requests.put(USER, BackfillSteps.isUnbounded(backfill) ? 2 : 1);
        Optional<Step> step = backfill.nextStep(datesPerStep);
        while (step.isPresent()) {
            requests.merge(step.get().kind(), questions(step.get()), Integer::sum);
            backfill = after(backfill, step.get());
            step = backfill.nextStep(datesPerStep);
        }
        requests.merge(PayloadKind.ACTIVITY, partsOfActivities(days), Integer::sum);
        return requests;
    }

    private static Backfill begin(LocalDate last, int days) {
        return of(
                last.minusDays(days - 1L),
                last,
                PayloadKind.all().stream().map(kind -> new KindCursor(kind, last, null)).toList());
    }

    private static Backfill of(LocalDate first, LocalDate last, List<KindCursor> kinds) {
        return new Backfill(NOBODY, Backfill.RUNNING, null, first, last, false, 0, 0, null, kinds);
    }

    private static Backfill after(Backfill backfill, Step step) {
        KindCursor moved = new KindCursor(step.kind(), step.from().minusDays(1), null);
        return of(
                backfill.first(),
                backfill.last(),
                backfill.kinds().stream()
                        .map(cursor -> cursor.kind().equals(step.kind()) ? moved : cursor)
                        .toList());
    }

    private int questions(Step step) {
        int dates = Math.toIntExact(ChronoUnit.DAYS.between(step.from(), step.to()) + 1);
        return switch (step.kind()) {
            // One list, of one page.
            case PayloadKind.ACTIVITY, PayloadKind.SLEEP ->
                    Math.ceilDiv(dates, provider.maximumDays(step.kind()));
            case PayloadKind.HEART_RATE, PayloadKind.STEPS -> dates;
            default ->
                    provider.datedParts(step.kind()).stream()
                            .filter(part -> !part.traits().contains(Trait.COMPARED_ONLY))
                            .mapToInt(part -> questions(part, dates))
                            .sum();
        };
    }

    private static int questions(DatedPart part, int dates) {
        return Math.ceilDiv(dates, part.maximumDays());
    }

    private static int partsOfActivities(int days) {
        return Math.ceilDiv(days * ACTIVITIES_IN_A_WEEK, DAYS_IN_A_WEEK) * PARTS_OF_AN_ACTIVITY;
    }
}
