package io.pulseline.normalizer.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Fitbit's answers that we read: where each comes from, and how it is told from the others. */
enum FitbitAnswer {
    ACTIVITY_LOG(
            PayloadKind.ACTIVITY, PartKind.LOG, Grain.LOGS, "activities", "activities/list.json"),
    HEART_RATE(
            PayloadKind.HEART_RATE,
            PartKind.HEART_RATE,
            Grain.WHOLE_DATE,
            "activities-heart-intraday",
            "activities/heart/date/{date}/1d/1sec.json"),
    STEPS(
            PayloadKind.STEPS,
            PartKind.STEPS,
            Grain.WHOLE_DATE,
            "activities-steps-intraday",
            "activities/steps/date/{date}/1d/1min.json"),
    SLEEP_LOG(PayloadKind.SLEEP, PartKind.LOG, Grain.LOGS, "sleep", "sleep/date/{from}/{to}.json"),
    HRV_INTRADAY(
            PayloadKind.HEART_RATE_VARIABILITY,
            PartKind.HRV_INTRADAY,
            Grain.ENTRIES,
            "hrv",
            "hrv/date/{from}/{to}/all.json"),
    HRV_SUMMARY(
            PayloadKind.HEART_RATE_VARIABILITY,
            PartKind.HRV_SUMMARY,
            Grain.ENTRIES,
            "hrv",
            "hrv/date/{from}/{to}.json"),
    BREATHING_RATE_STAGES(
            PayloadKind.RESPIRATORY_RATE,
            PartKind.BREATHING_RATE_STAGES,
            Grain.ENTRIES,
            "br",
            "br/date/{from}/{to}/all.json"),
    BREATHING_RATE_SUMMARY(
            PayloadKind.RESPIRATORY_RATE,
            PartKind.BREATHING_RATE_SUMMARY,
            Grain.ENTRIES,
            "br",
            "br/date/{from}/{to}.json"),
    SPO2_INTRADAY(
            PayloadKind.OXYGEN_SATURATION,
            PartKind.SPO2_INTRADAY,
            Grain.ENTRIES,
            "",
            "spo2/date/{from}/{to}/all.json"),
    SPO2_SUMMARY(
            PayloadKind.OXYGEN_SATURATION,
            PartKind.SPO2_SUMMARY,
            Grain.ENTRIES,
            "",
            "spo2/date/{from}/{to}.json"),
    ACTIVITY_SUMMARY(
            PayloadKind.DAILY_SUMMARY,
            PartKind.ACTIVITY_SUMMARY,
            Grain.WHOLE_DATE,
            "summary",
            "activities/date/{date}.json"),
    HEART_RATE_DAILY(
            PayloadKind.DAILY_SUMMARY,
            PartKind.HEART_RATE_DAILY,
            Grain.ENTRIES,
            "activities-heart",
            "activities/heart/date/{from}/{to}.json"),
    ACTIVE_ZONE_MINUTES(
            PayloadKind.DAILY_SUMMARY,
            PartKind.ACTIVE_ZONE_MINUTES,
            Grain.ENTRIES,
            "activities-active-zone-minutes",
            "activities/active-zone-minutes/date/{from}/{to}.json"),
    CARDIO_FITNESS(
            PayloadKind.DAILY_SUMMARY,
            PartKind.CARDIO_FITNESS,
            Grain.ENTRIES,
            "cardioScore",
            "cardioscore/date/{from}/{to}.json"),
    SKIN_TEMPERATURE(
            PayloadKind.DAILY_SUMMARY,
            PartKind.SKIN_TEMPERATURE,
            Grain.ENTRIES,
            "tempSkin",
            "temp/skin/date/{from}/{to}.json"),
    WEIGHT(
            PayloadKind.DAILY_SUMMARY,
            PartKind.WEIGHT,
            Grain.ENTRIES,
            "weight",
            "body/log/weight/date/{from}/{to}.json");

    private final String kind;
    private final String part;
    private final Grain grain;
    private final String member;
    private final String path;

    /**
     * @param member of the answer's top level that holds the entries; empty for a bare array
     * @param path below the user's own
     */
    FitbitAnswer(String kind, String part, Grain grain, String member, String path) {
        this.kind = kind;
        this.part = part;
        this.grain = grain;
        this.member = member;
        this.path = path;
    }

    /** How an answer is cut. */
    enum Grain {
        /** Not at all: it is of the one date that was asked for. */
        WHOLE_DATE,
        /** Into logs, each with an id of its own. */
        LOGS,
        /** Into entries, each of a date. */
        ENTRIES
    }

    /** Those that payloads of a kind are made of. */
    static Stream<FitbitAnswer> of(String kind) {
        return Arrays.stream(values()).filter(answer -> answer.kind.equals(kind));
    }

    /** Kind of payload that it becomes. */
    String kind() {
        return kind;
    }

    /** Kind of the part that it becomes. */
    String part() {
        return part;
    }

    Grain grain() {
        return grain;
    }

    /** Path of the request, dates in braces. */
    String path() {
        String version = this == SLEEP_LOG ? "/1.2" : "/1";
        return version + "/user/-/" + path;
    }

    /** Whether a document of its kind is this one. */
    boolean fits(JsonNode document) {
        if (grain == Grain.WHOLE_DATE) {
            return document.has(member);
        }
        List<JsonNode> entries = entries(document);
        return switch (this) {
            case HRV_INTRADAY, SPO2_INTRADAY -> entries.stream().anyMatch(e -> e.has("minutes"));
            case BREATHING_RATE_STAGES ->
                    entries.stream().anyMatch(e -> e.path("value").has("fullSleepSummary"));
            case SPO2_SUMMARY -> document.isArray() || !entries.isEmpty();
            default -> document.path(member).isArray();
        };
    }

    /** The logs or dated entries of a document, in its order. */
    List<JsonNode> entries(JsonNode document) {
        JsonNode array = member.isEmpty() ? document : document.path(member);
        List<JsonNode> entries = new ArrayList<>();
        if (array.isArray()) {
            array.forEach(entries::add);
        } else if (array.has("dateTime")) {
            // Asked for a single date, SpO2 is answered with the bare entry.
            entries.add(array);
        }
        return entries;
    }
}
