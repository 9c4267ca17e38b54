package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.heart.ZoneMethod;
import io.pulseline.pipeline.booster.heart.ZoneStyle;
import io.pulseline.pipeline.booster.heart.ZoneTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Seconds in each heart-rate zone: {@code zone1Seconds} and so on. */
record HeartRateZones(ZoneMethod method, ZoneStyle style) implements Booster {

    @Override
    public BoostOutcome boost(Activity activity) {
        return outcome(method.count(activity), style, Map.of());
    }

    /**
     * Of that answer.
     *
     * @param more values besides the seconds
     */
    static BoostOutcome outcome(
            ZoneMethod.Answer answer, ZoneStyle style, Map<String, Double> more) {
        return switch (answer) {
            case ZoneMethod.Answer.Times(List<ZoneTime> zones) ->
                    BoostOutcome.Added.builder()
                            .text(style.text(zones))
                            .values(values(zones))
                            .values(more)
                            .build();
            case ZoneMethod.Answer.Unknown(String reason) -> new BoostOutcome.Skipped(reason);
        };
    }

    private static Map<String, Double> values(List<ZoneTime> zones) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (ZoneTime zone : zones) {
            values.put("zone" + zone.number() + "Seconds", zone.seconds());
        }
        return values;
    }
}
