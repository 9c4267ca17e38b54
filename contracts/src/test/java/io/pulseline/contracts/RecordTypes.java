package io.pulseline.contracts;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.Steps;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.contracts.pipeline.BoostedMetric;
import io.pulseline.contracts.pipeline.RunChanged;
import io.pulseline.contracts.source.ChangeAudited;
import io.pulseline.contracts.source.ConnectionChanged;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.SourceNotification;
import io.pulseline.contracts.source.SourceRequest;
import io.pulseline.contracts.source.UserErased;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Every record type that is the value of a topic, for tests that look at all of them. */
public final class RecordTypes {
    /** {@code -Dpulseline.regenerate} writes generated files instead of comparing them. */
    private static final boolean REGENERATE = System.getProperty("pulseline.regenerate") != null;

    private static final Path RESOURCES = Path.of("src", "main", "resources");

    private RecordTypes() {}

    public static List<Class<? extends SpecificRecord>> all() {
        return List.of(
                SourceNotification.class,
                ConnectionChanged.class,
                PayloadCaptured.class,
                SourceRequest.class,
                UserErased.class,
                ChangeAudited.class,
                Activity.class,
                HeartRateSeries.class,
                HeartRateVariability.class,
                Steps.class,
                RespiratoryRate.class,
                OxygenSaturation.class,
                Sleep.class,
                DailySummary.class,
                BoostedActivity.class,
                BoostedMetric.class,
                RunChanged.class);
    }

    /** Those of the {@code health.*} topics, with their record type as it stands in ids. */
    public static Map<Class<? extends SpecificRecord>, String> health() {
        // In a fixed order, so that a property that failed fails again with its seed.
        Map<Class<? extends SpecificRecord>, String> types = new LinkedHashMap<>();
        types.put(Activity.class, RecordType.ACTIVITY);
        types.put(HeartRateSeries.class, RecordType.HEART_RATE);
        types.put(HeartRateVariability.class, RecordType.HEART_RATE_VARIABILITY);
        types.put(Steps.class, RecordType.STEPS);
        types.put(RespiratoryRate.class, RecordType.RESPIRATORY_RATE);
        types.put(OxygenSaturation.class, RecordType.OXYGEN_SATURATION);
        types.put(Sleep.class, RecordType.SLEEP);
        types.put(DailySummary.class, RecordType.DAILY_SUMMARY);
        return types;
    }

    public static Schema schemaOf(Class<? extends SpecificRecord> type) {
        return SpecificData.get().getSchema(type);
    }

    /** A file of the contracts jar. */
    public static String resource(String name) {
        try (InputStream in = RecordTypes.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + name + " in the contracts");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is unreadable", e);
        }
    }

    /** A generated file of the contracts jar; written first if that was asked for. */
    public static String generated(String name, String content) {
        if (!REGENERATE) {
            return resource(name);
        }
        try {
            Path file = RESOURCES.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be written", e);
        }
    }
}
