package io.pulseline.normalizer.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.record.DatedPayload;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.RecordKind;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The breathing rate of one night, in breaths per minute (fact sheet 4.6); 0 is one that Google did
 * not detect.
 *
 * <p>Each sleep of a date has a summary by stages, and none says whether it is the night's. A lone
 * one is taken; of several, the one whose rate is the date's, which is that of the main sleep.
 * Where that tells none or several apart, the stages stay null: a nap's would be wrong.
 */
final class GoogleRespiratoryRate extends GoogleMapper {
    /** Half of the last digit that Google rounds to. */
    private static final double SAME_RATE = 0.051;

    GoogleRespiratoryRate() {
        super(PayloadKind.RESPIRATORY_RATE);
    }

    @Override
    public Mapping map(PayloadCaptured payload) {
        DatedPayload dated = new DatedPayload(payload, RecordKind.RESPIRATORY_RATE);
        RespiratoryRate.Builder rate =
                RespiratoryRate.newBuilder()
                        .setProvenance(dated.frame().sensed())
                        .setLocalDate(dated.date().toString());
        if (dated.parts().tellVanished()) {
            return dated.vanished(rate.build());
        }
        Double daily =
                GoogleJson.positive(
                        GoogleDates.daily(dated, PartKind.DAILY_RESPIRATORY_RATE),
                        "breathsPerMinute");
        JsonNode stages = ofTheNight(summaries(dated), daily, dated);
        Double ofStages = rate(stages, "fullSleepStats");
        return dated.mapping(
                rate.setBreathsPerMinute(daily == null ? ofStages : daily)
                        .setDeepSleepBreathsPerMinute(rate(stages, "deepSleepStats"))
                        .setLightSleepBreathsPerMinute(rate(stages, "lightSleepStats"))
                        .setRemSleepBreathsPerMinute(rate(stages, "remSleepStats"))
                        .build());
    }

    /** Those of the date, of the best source; a summary on two pages is one. */
    private static List<JsonNode> summaries(DatedPayload dated) {
        Set<GooglePoint> points = new LinkedHashSet<>();
        dated.parts()
                .answered(PartKind.RESPIRATORY_RATE_SLEEP_SUMMARY)
                .forEach(part ->
                        GooglePage.read(
                                part,
                                dated.oddities(),
                                point -> {
                                    OffsetDateTime at =
                                            GoogleTimes.sampled(point.value(), dated.times());
                                    if (at == null) {
                                        dated.oddities().met(Oddity.ROW_UNREADABLE);
                                    } else if (at.toLocalDate().equals(dated.date())) {
                                        points.add(point);
                                    }
                                }));
        GoogleSource best =
                points.stream().map(GooglePoint::source).min(GoogleSource.BEST_FIRST).orElse(null);
        List<JsonNode> summaries = new ArrayList<>();
        for (GooglePoint point : points) {
            if (best != null && !best.outranks(point.source())) {
                summaries.add(point.value());
            }
        }
        return summaries;
    }

    private static JsonNode ofTheNight(
            List<JsonNode> summaries, @Nullable Double daily, DatedPayload dated) {
        List<JsonNode> fitting = summaries;
        if (summaries.size() > 1 && daily != null) {
            fitting = summaries.stream().filter(summary -> fits(summary, daily)).toList();
        }
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        if (!summaries.isEmpty()) {
            dated.oddities().met(Oddity.NIGHT_UNKNOWN);
        }
        return MissingNode.getInstance();
    }

    private static boolean fits(JsonNode summary, double daily) {
        Double rate = rate(summary, "fullSleepStats");
        return rate != null && Math.abs(rate - daily) < SAME_RATE;
    }

    private static @Nullable Double rate(JsonNode summary, String stats) {
        return GoogleJson.positive(summary.path(stats), "breathsPerMinute");
    }
}
