package io.pulseline.pipeline.target.openmhealth;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.Steps;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.contracts.pipeline.BoostedMetric;
import io.pulseline.pipeline.target.Result;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/** Records, and the results they would be in. */
public final class Told {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Told() {}

    /** The published sample of that type. */
    public static <T extends SpecificRecord> T sample(Class<T> type) {
        String file = "/samples/" + type.getSimpleName() + ".json";
        try (InputStream json = Objects.requireNonNull(Told.class.getResourceAsStream(file))) {
            return RecordJson.read(JSON.readTree(json), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The record as boosters without anything to add leave it. */
    public static Result of(SpecificRecord record) {
        if (record instanceof Activity activity) {
            BoostedActivity boosted = new BoostedActivity();
            boosted.setRecordId(activity.getRecordId());
            boosted.setRevision(activity.getRevision());
            boosted.setActivity(activity);
            boosted.setBoosts(List.of());
            return new Result.OfActivity(boosted);
        }
        BoostedMetric boosted = new BoostedMetric();
        boosted.setRecordType(put(boosted, record));
        boosted.setBoosts(List.of());
        return new Result.OfMetric(boosted);
    }

    private static String put(BoostedMetric boosted, SpecificRecord record) {
        return switch (record) {
            case HeartRateSeries hour -> {
                boosted.setHeartRate(hour);
                yield "heart-rate";
            }
            case Steps hour -> {
                boosted.setSteps(hour);
                yield "steps";
            }
            case HeartRateVariability night -> {
                boosted.setHeartRateVariability(night);
                yield "heart-rate-variability";
            }
            case OxygenSaturation night -> {
                boosted.setOxygenSaturation(night);
                yield "oxygen-saturation";
            }
            case RespiratoryRate night -> {
                boosted.setRespiratoryRate(night);
                yield "respiratory-rate";
            }
            case Sleep sleep -> {
                boosted.setSleep(sleep);
                yield "sleep";
            }
            case DailySummary day -> {
                boosted.setDailySummary(day);
                yield "daily-summary";
            }
            default -> throw new IllegalArgumentException("no record of ours: " + record);
        };
    }
}
