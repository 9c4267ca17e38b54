package io.pulseline.pipeline.booster.criterion;

import io.pulseline.contracts.health.Activity;

/**
 * The first point of the track lies near a place.
 *
 * @param radiusMetres how far it may be, inclusive
 */
public record StartsNear(Place place, double radiusMetres) implements Criterion {

    @Override
    public Verdict judge(Activity activity) {
        return Place.startOf(activity)
                .map(start -> Verdict.of(start.metresTo(place) <= radiusMetres))
                .orElseGet(() -> new Verdict.Unknown("no GPS"));
    }

    @Override
    public String asked() {
        return "it starts within " + Listed.number(radiusMetres) + " m of the place";
    }
}
