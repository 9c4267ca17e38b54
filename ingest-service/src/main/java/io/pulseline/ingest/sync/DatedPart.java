package io.pulseline.ingest.sync;

/**
 * One part of a dated bundle, as its provider declares it.
 *
 * @param kind one of {@link io.pulseline.contracts.OpenSets.PartKind}
 * @param maximumDays longest range of local dates that one question may cover, both ends included;
 *     1 if each date has a question of its own
 * @param scope what the user must have consented to, in the provider's words
 * @param detailOf kind of the part that tells by its bytes which dates of this one have changed;
 *     empty if this part is asked for its own sake
 * @param trailingOnly whether it changes so seldom that the trailing read of the day is enough
 */
public record DatedPart(
        String kind, int maximumDays, String scope, String detailOf, boolean trailingOnly) {
    public DatedPart {
        if (maximumDays < 1) {
            throw new IllegalArgumentException("a question covers a date at least: " + kind);
        }
    }

    /** Whether it is asked only where another part shows a change. */
    boolean isDetail() {
        return !detailOf.isEmpty();
    }
}
