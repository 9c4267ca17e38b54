package io.pulseline.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.pipeline.BoostedMetric;
import io.pulseline.localstack.client.StepFailedException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the targets have of the night with its records on the topics, which were compared
 * with the truth before. Each method answers with a line for people, or throws {@link
 * StepFailedException}. The simulator invents these values; a real person's would not be printed.
 */
record NightCheck(
        Sleep sleep,
        HeartRateVariability variability,
        OxygenSaturation oxygen,
        RespiratoryRate breathing) {
    private static final double MARGIN = 0.001;
    private static final int SECONDS_PER_MINUTE = 60;

    private double minutesAsleep() {
        return number(sleep.getAsleepMinutes());
    }

    private double rmssd() {
        return number(variability.getDailyRmssdMilliseconds());
    }

    private double saturation() {
        return number(oxygen.getAveragePercent());
    }

    private double breaths() {
        return number(breathing.getBreathsPerMinute());
    }

    private static double number(@Nullable Number value) {
        return Objects.requireNonNull(value, "the night lacks a value").doubleValue();
    }

    /**
     * The last verified message about each.
     *
     * @param messages of the receiver
     */
    String webhook(JsonNode messages) {
        Map<String, JsonNode> byRecord =
                StreamSupport.stream(messages.spliterator(), false)
                        .filter(message -> message.path("verified").asBoolean())
                        .map(message -> message.at("/body/data"))
                        .collect(
                                Collectors.toMap(
                                        data -> data.path("recordId").asText(),
                                        data -> data,
                                        (_, later) -> later));
        compare("the webhook", one -> field(byRecord.get(one.recordId()), one.field()));
        return "all four, signed";
    }

    private static double field(@Nullable JsonNode data, String name) {
        return data == null ? Double.NaN : data.path(name).asDouble(Double.NaN);
    }

    /**
     * The last value of each.
     *
     * @param values of the pipeline's own topic
     */
    String kafka(List<BoostedMetric> values) {
        Map<String, JsonNode> byRecord =
                values.stream()
                        .collect(
                                Collectors.toMap(
                                        BoostedMetric::getRecordId,
                                        value -> RecordJson.tree(value, Set.of()),
                                        (_, later) -> later));
        compare(
                "the topic",
                one -> {
                    JsonNode value = byRecord.get(one.recordId());
                    return value == null
                            ? Double.NaN
                            : field(value.path(one.section()), one.field());
                });
        return "all four, with all their samples";
    }

    /**
     * One value of the night.
     *
     * @param section of a boosted metric
     * @param code at FHIR
     */
    private record Value(
            String what,
            String recordId,
            String section,
            String field,
            String code,
            double expected) {}

    private List<Value> values() {
        return List.of(
                new Value(
                        "minutes asleep",
                        sleep.getRecordId(),
                        "sleep",
                        "asleepMinutes",
                        "93832-4",
                        minutesAsleep()),
                new Value(
                        "RMSSD",
                        variability.getRecordId(),
                        "heartRateVariability",
                        "dailyRmssdMilliseconds",
                        "hrv-rmssd",
                        rmssd()),
                new Value(
                        "SpO2",
                        oxygen.getRecordId(),
                        "oxygenSaturation",
                        "averagePercent",
                        "59408-5",
                        saturation()),
                new Value(
                        "breaths per minute",
                        breathing.getRecordId(),
                        "respiratoryRate",
                        "breathsPerMinute",
                        "9279-1",
                        breaths()));
    }

    private void compare(String place, ToDoubleFunction<Value> found) {
        Differences differences = new Differences(place);
        for (Value value : values()) {
            differences.close(value.what(), value.expected(), found.applyAsDouble(value), MARGIN);
        }
        differences.failOnAny();
    }

    /**
     * Four Observations.
     *
     * @param observations of the FHIR server
     */
    String fhir(JsonNode observations) {
        compare(
                "the FHIR server",
                one ->
                        WorkoutCheck.observation(observations, one.recordId(), one.code())
                                .at("/valueQuantity/value")
                                .asDouble(Double.NaN));
        return String.format(
                Locale.ROOT,
                "RMSSD %s ms as hrv-rmssd, SpO2 %s %%, %s breaths/min, %.0f min asleep",
                rmssd(),
                saturation(),
                breaths(),
                minutesAsleep());
    }

    /**
     * The day on which the night ended.
     *
     * @param days of the athlete at intervals.icu
     */
    String intervals(JsonNode days) {
        JsonNode day =
                StreamSupport.stream(days.spliterator(), false)
                        .filter(one -> sleep.getLocalDate().equals(one.path("id").asText()))
                        .findFirst()
                        .orElseThrow(() ->
                                new StepFailedException(
                                        "no wellness day of "
                                                + sleep.getLocalDate()
                                                + " at intervals.icu"));
        Differences differences = new Differences("the wellness day");
        double seconds = minutesAsleep() * SECONDS_PER_MINUTE;
        differences.close("sleepSecs", seconds, field(day, "sleepSecs"), MARGIN);
        differences.close("hrv", rmssd(), field(day, "hrv"), MARGIN);
        differences.close("spO2", saturation(), field(day, "spO2"), MARGIN);
        differences.close("respiration", breaths(), field(day, "respiration"), MARGIN);
        differences.failOnAny();
        return String.format(
                Locale.ROOT,
                "%s: hrv %s, sleepSecs %.0f, spO2 %s, respiration %s",
                sleep.getLocalDate(),
                rmssd(),
                seconds,
                saturation(),
                breaths());
    }

    /**
     * A table for each.
     *
     * @param tables text of each file by its name
     */
    String archive(Map<String, String> tables) {
        Differences differences = new Differences("the archive");
        line(differences, tables, variability.getRecordId(), ",main-sleep,,", rmssd());
        line(differences, tables, oxygen.getRecordId(), ",average,,", saturation());
        line(differences, tables, breathing.getRecordId(), ",main-sleep,,", breaths());
        differences.same(
                "a table of the sleep's stages",
                true,
                table(tables, sleep.getRecordId()).contains(",segment,"));
        differences.failOnAny();
        return "4 tables of CSV";
    }

    /** The value that stands behind a period. */
    private static void line(
            Differences differences,
            Map<String, String> tables,
            String recordId,
            String period,
            double expected) {
        double found =
                table(tables, recordId)
                        .lines()
                        .filter(line -> line.contains(period))
                        .map(line -> line.substring(line.indexOf(period) + period.length()))
                        .map(rest -> rest.split(",", -1)[0])
                        .mapToDouble(Double::parseDouble)
                        .findFirst()
                        .orElse(Double.NaN);
        differences.close("value behind " + period + " of its table", expected, found, MARGIN);
    }

    private static String table(Map<String, String> tables, String recordId) {
        return tables.entrySet().stream()
                .filter(table -> table.getKey().contains(recordId))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** Ids by the type of the record. */
    Map<String, String> recordIds() {
        return Map.of(
                "sleep", sleep.getRecordId(),
                "heart-rate-variability", variability.getRecordId(),
                "oxygen-saturation", oxygen.getRecordId(),
                "respiratory-rate", breathing.getRecordId());
    }
}
