package io.pulseline.contracts;

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
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Every topic of Pulseline, with the settings it is created with. */
public final class Topics {
    public static final String SOURCE_NOTIFICATIONS = "source.notifications.v1";
    public static final String SOURCE_CONNECTIONS = "source.connections.v1";
    public static final String SOURCE_PAYLOADS = "source.payloads.v1";

    /**
     * Payloads of backfill and replay, apart from live ones so that these never wait behind them.
     */
    public static final String SOURCE_BACKFILL = "source.backfill.v1";

    public static final String SOURCE_REQUESTS = "source.requests.v1";

    /** Whose data are erased; everybody who keeps data of a user reads it. */
    public static final String SOURCE_USERS = "source.users.v1";

    /** Changes made through the API of a service that keeps no audit log itself. */
    public static final String SOURCE_AUDIT = "source.audit.v1";

    public static final String HEALTH_ACTIVITIES = "health.activities.v1";
    public static final String HEALTH_HEART_RATE = "health.heart-rate.v1";
    public static final String HEALTH_HEART_RATE_VARIABILITY = "health.heart-rate-variability.v1";
    public static final String HEALTH_STEPS = "health.steps.v1";
    public static final String HEALTH_RESPIRATORY_RATE = "health.respiratory-rate.v1";
    public static final String HEALTH_OXYGEN_SATURATION = "health.oxygen-saturation.v1";
    public static final String HEALTH_SLEEP = "health.sleep.v1";
    public static final String HEALTH_DAILY_SUMMARIES = "health.daily-summaries.v1";
    public static final String PIPELINE_ACTIVITIES = "pipeline.activities.v1";
    public static final String PIPELINE_METRICS = "pipeline.metrics.v1";
    public static final String PIPELINE_RUNS = "pipeline.runs.v1";

    /** Appended to a topic's name for what could not be read from it. */
    public static final String DEAD_LETTER_SUFFIX = ".dead-letter";

    /** Largest value of any topic, in bytes: a 12-hour activity fits several times over. */
    public static final int MAXIMUM_VALUE_BYTES = 8 * 1024 * 1024;

    /**
     * Room for key, headers and batch framing on top of the value; a dead letter carries the reason
     * in headers and must still pass.
     */
    public static final int MAXIMUM_MESSAGE_BYTES = MAXIMUM_VALUE_BYTES + 256 * 1024;

    /** Long enough to replay a month; a person's erased data is gone with it. */
    static final Duration RETENTION = Duration.ofDays(30);

    private Topics() {}

    /** In the order of the street: source, health, pipeline, each followed by its dead letters. */
    public static List<Topic> all() {
        return List.of(
                kept(SOURCE_NOTIFICATIONS, SourceNotification.getClassSchema()),
                deadLetters(SOURCE_NOTIFICATIONS),
                compacted(SOURCE_CONNECTIONS, ConnectionChanged.getClassSchema()),
                deadLetters(SOURCE_CONNECTIONS),
                kept(SOURCE_PAYLOADS, PayloadCaptured.getClassSchema()),
                deadLetters(SOURCE_PAYLOADS),
                kept(SOURCE_BACKFILL, PayloadCaptured.getClassSchema()),
                deadLetters(SOURCE_BACKFILL),
                kept(SOURCE_REQUESTS, SourceRequest.getClassSchema()),
                deadLetters(SOURCE_REQUESTS),
                compacted(SOURCE_USERS, UserErased.getClassSchema()),
                deadLetters(SOURCE_USERS),
                kept(SOURCE_AUDIT, ChangeAudited.getClassSchema()),
                deadLetters(SOURCE_AUDIT),
                kept(HEALTH_ACTIVITIES, Activity.getClassSchema()),
                deadLetters(HEALTH_ACTIVITIES),
                kept(HEALTH_HEART_RATE, HeartRateSeries.getClassSchema()),
                deadLetters(HEALTH_HEART_RATE),
                kept(HEALTH_HEART_RATE_VARIABILITY, HeartRateVariability.getClassSchema()),
                deadLetters(HEALTH_HEART_RATE_VARIABILITY),
                kept(HEALTH_STEPS, Steps.getClassSchema()),
                deadLetters(HEALTH_STEPS),
                kept(HEALTH_RESPIRATORY_RATE, RespiratoryRate.getClassSchema()),
                deadLetters(HEALTH_RESPIRATORY_RATE),
                kept(HEALTH_OXYGEN_SATURATION, OxygenSaturation.getClassSchema()),
                deadLetters(HEALTH_OXYGEN_SATURATION),
                kept(HEALTH_SLEEP, Sleep.getClassSchema()),
                deadLetters(HEALTH_SLEEP),
                kept(HEALTH_DAILY_SUMMARIES, DailySummary.getClassSchema()),
                deadLetters(HEALTH_DAILY_SUMMARIES),
                kept(PIPELINE_ACTIVITIES, BoostedActivity.getClassSchema()),
                kept(PIPELINE_METRICS, BoostedMetric.getClassSchema()),
                kept(PIPELINE_RUNS, RunChanged.getClassSchema()));
    }

    /**
     * A topic that a pipeline has for itself, made like {@link #PIPELINE_ACTIVITIES}. Its values
     * carry the id of the schema of that topic or of {@link #PIPELINE_METRICS}; it has none of its
     * own.
     */
    public static Topic ofPipeline(String name) {
        @Nullable Schema ofAnother = null;
        return new Topic(name, 6, settings("delete"), ofAnother);
    }

    /** Name of the topic that keeps what could not be read from {@code topic}. */
    public static String deadLettersOf(String topic) {
        return topic + DEAD_LETTER_SUFFIX;
    }

    private static Topic kept(String name, Schema schema) {
        return new Topic(name, 6, settings("delete"), schema);
    }

    private static Topic compacted(String name, Schema schema) {
        return new Topic(name, 6, settings("compact"), schema);
    }

    private static Topic deadLetters(String name) {
        @Nullable Schema originalBytes = null;
        return new Topic(deadLettersOf(name), 1, settings("delete"), originalBytes);
    }

    private static Map<String, String> settings(String cleanup) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("cleanup.policy", cleanup);
        settings.put("max.message.bytes", Integer.toString(MAXIMUM_MESSAGE_BYTES));
        if ("delete".equals(cleanup)) {
            settings.put("retention.ms", Long.toString(RETENTION.toMillis()));
        }
        return settings;
    }
}
