package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.series.Positions;
import java.util.Optional;

/** A small picture of the route, as SVG. */
record RouteThumbnail() implements Booster {
    static final String IMAGE = "route";
    private static final int FEWEST_POSITIONS = 10;

    @Override
    public BoostOutcome boost(Activity activity) {
        Optional<Positions> positions = Positions.of(activity);
        if (positions.map(Positions::size).orElse(0) < FEWEST_POSITIONS) {
            return new BoostOutcome.Skipped("fewer than 10 positions");
        }
        return positions
                .flatMap(RouteDrawing::svg)
                .<BoostOutcome>map(svg -> BoostOutcome.Added.builder().image(IMAGE, svg).build())
                .orElseGet(() -> new BoostOutcome.Skipped("the route leads nowhere"));
    }
}
