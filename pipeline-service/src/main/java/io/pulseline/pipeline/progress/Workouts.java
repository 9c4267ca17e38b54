package io.pulseline.pipeline.progress;

import io.pulseline.pipeline.booster.past.Correction;
import io.pulseline.pipeline.booster.past.CountedWorkouts;
import io.pulseline.pipeline.booster.past.LocalOffset;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.record.KeptActivity;
import io.pulseline.pipeline.run.RunName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that a user did, each workout once. */
final class Workouts {
    private static final int MOST_LEFT_OUT = 100;

    private final CountedWorkouts once;
    private final List<PastActivity> leftOutByUser;
    private final Map<UUID, Correction> corrections;
    private final @Nullable String preferredProvider;
    private final ZoneOffset offset;
    private final LocalDate today;

    private Workouts(List<KeptActivity> kept, @Nullable String preferredProvider, Instant now) {
        this.corrections = new HashMap<>();
        kept.forEach(one -> corrections.put(one.recordId(), one.correction()));
        this.preferredProvider = preferredProvider;
        this.once =
                CountedWorkouts.of(
                        kept.stream()
                                .filter(one -> one.correction().counts())
                                .map(KeptActivity::past)
                                .toList(),
                        preferredProvider);
        this.leftOutByUser =
                kept.stream()
                        .filter(one -> !one.correction().counts())
                        .map(KeptActivity::past)
                        .toList();
        this.offset =
                Stream.concat(once.counted().stream(), leftOutByUser.stream())
                        .max(Comparator.comparing(PastActivity::startedAt))
                        .map(last -> LocalOffset.of(last.figures().startOffsetSeconds()))
                        .orElse(ZoneOffset.UTC);
        this.today = now.atOffset(offset).toLocalDate();
    }

    /**
     * Of everything that is kept of a user; takes time that grows with it.
     *
     * @param kept in any order
     * @param preferredProvider null for none
     */
    static Workouts of(List<KeptActivity> kept, @Nullable String preferredProvider, Instant now) {
        return new Workouts(kept, preferredProvider, now);
    }

    /** Those that count, in order of their start, as their sources and the user called them. */
    List<PastActivity> counted() {
        return once.counted();
    }

    /** The same as a pipeline called them, where they went through it. */
    List<PastActivity> countedAs(Map<UUID, RunName> names) {
        return counted().stream().map(one -> called(one, names.get(one.recordId()))).toList();
    }

    private PastActivity called(PastActivity one, @Nullable RunName name) {
        String type = name == null ? null : name.activityType();
        return name == null || type == null
                ? one
                : corrections
                        .getOrDefault(one.recordId(), Correction.NONE)
                        .appliedTo(
                                new PastActivity(
                                        one.recordId(),
                                        name.title(),
                                        type,
                                        one.startedAt(),
                                        one.figures()));
    }

    /** The date it is now where the last workout was. */
    LocalDate today() {
        return today;
    }

    Basis basis() {
        List<Basis.LeftOut> leftOut =
                Stream.concat(
                                once.leftOut().stream()
                                        .map(one ->
                                                leftOut(
                                                        one.activity(),
                                                        one.countedInstead().recordId())),
                                leftOutByUser.stream().map(one -> leftOut(one, null)))
                        .sorted(Comparator.comparing(Basis.LeftOut::startedAt).reversed())
                        .toList();
        return new Basis(
                today,
                offset.getTotalSeconds(),
                preferredProvider,
                counted().size(),
                leftOut.size(),
                leftOut.subList(0, Math.min(MOST_LEFT_OUT, leftOut.size())));
    }

    private static Basis.LeftOut leftOut(PastActivity one, @Nullable UUID instead) {
        return new Basis.LeftOut(
                one.recordId(), one.startedAt(), one.figures().provider(), instead);
    }
}
