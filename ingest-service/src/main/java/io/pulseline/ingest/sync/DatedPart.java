package io.pulseline.ingest.sync;

import io.pulseline.contracts.OpenSets.PayloadKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * One part of a dated bundle, as its provider declares it.
 *
 * @param kind one of {@link io.pulseline.contracts.OpenSets.PartKind}
 * @param maximumDays longest range of local dates that one question may cover, both ends included;
 *     1 if each date has a question of its own
 * @param scope what the user must have consented to, in the provider's words
 * @param detailOf kind of the part that tells by its bytes which dates of this one have changed;
 *     empty if this part is asked for its own sake
 */
public record DatedPart(
        String kind, int maximumDays, String scope, String detailOf, Set<Trait> traits) {
    public DatedPart {
        if (maximumDays < 1) {
            throw new IllegalArgumentException("a question covers a date at least: " + kind);
        }
        traits = Set.copyOf(traits);
    }

    /** A part that is asked for its own sake. */
    public static DatedPart of(String kind, int maximumDays, String scope, Trait... traits) {
        return new DatedPart(kind, maximumDays, scope, "", set(traits));
    }

    /** A part that is asked only where another one shows a change. */
    public static DatedPart detail(String kind, int maximumDays, String scope, String detailOf) {
        return new DatedPart(kind, maximumDays, scope, detailOf, Set.of());
    }

    /** What decides when a part is asked and what its changes mean. */
    public enum Trait {
        /** It changes so seldom that the trailing read of the day is enough. */
        TRAILING_ONLY,
        /** It is measured in sleep, and so is there before the day is over. */
        OF_NIGHT,
        /** Where it has changed, what else is told of the day may have too. */
        FIGURE,
        /** Where it has changed, the heart rate of the date has too. */
        TELLS_HEART_RATE,
        /** Where it has changed, the steps of the date have too. */
        TELLS_STEPS,
        /** Kept to see changes by, and never sent; asked where these are looked for. */
        COMPARED_ONLY
    }

    private static Set<Trait> set(Trait... traits) {
        Set<Trait> set = EnumSet.noneOf(Trait.class);
        set.addAll(Set.of(traits));
        return set;
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether a change of it means a change of that series. */
    boolean tells(String seriesKind) {
        return switch (seriesKind) {
            case PayloadKind.HEART_RATE -> is(Trait.TELLS_HEART_RATE);
            case PayloadKind.STEPS -> is(Trait.TELLS_STEPS);
            default -> throw new IllegalArgumentException("no series is named " + seriesKind);
        };
    }

    /** Whether it is asked only where another part shows a change. */
    boolean isDetail() {
        return !detailOf.isEmpty();
    }
}
