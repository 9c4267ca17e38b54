package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.series.Altitudes;
import io.pulseline.pipeline.booster.series.Climb;
import io.pulseline.pipeline.setting.Word;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Metres climbed and descended, highest and lowest point. The altitudes are smoothed, and a climb
 * counts from 3 m on: the noise of a satellite receiver would else climb twice the hill. Without
 * altitudes the gain that the source gives, and no more.
 */
record ElevationSummary(Style style) implements Booster {
    private static final double HYSTERESIS_METRES = 3;

    /** What the description gets of it. */
    enum Style implements Word {
        TEXT("text"),
        /** The same, and a small picture of the climbs. */
        PROFILE("profile"),
        NONE("none");

        private final String word;

        Style(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    @Override
    public BoostOutcome boost(Activity activity) {
        return Altitudes.of(activity)
                .map(altitudes -> counted(activity, altitudes))
                .or(() -> given(activity))
                .orElseGet(() -> new BoostOutcome.Skipped("no altitudes and no elevation gain"));
    }

    private BoostOutcome counted(Activity activity, Altitudes altitudes) {
        Climb climb = altitudes.climb(HYSTERESIS_METRES);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("gainMetres", climb.gainMetres());
        values.put("lossMetres", climb.lossMetres());
        values.put("highestMetres", altitudes.highestMetres());
        values.put("lowestMetres", altitudes.lowestMetres());
        String text =
                String.format(
                        Locale.ROOT,
                        "Elevation: %d m up, %d m down, between %d m and %d m",
                        Math.round(climb.gainMetres()),
                        Math.round(climb.lossMetres()),
                        Math.round(altitudes.lowestMetres()),
                        Math.round(altitudes.highestMetres()));
        String styled =
                switch (style) {
                    case NONE -> null;
                    case TEXT -> text;
                    case PROFILE -> text + "\n" + ElevationProfile.text(activity, altitudes);
                };
        return BoostOutcome.Added.builder().text(styled).values(values).build();
    }

    private Optional<BoostOutcome> given(Activity activity) {
        Double gain = activity.getElevationGainMetres();
        if (gain == null || gain < 0) {
            return Optional.empty();
        }
        String text =
                String.format(
                        Locale.ROOT,
                        "Elevation: %d m up, as the source gives it",
                        Math.round(gain));
        return Optional.of(
                BoostOutcome.Added.builder()
                        .text(style == Style.NONE ? null : text)
                        .value("gainMetres", gain)
                        .build());
    }
}
