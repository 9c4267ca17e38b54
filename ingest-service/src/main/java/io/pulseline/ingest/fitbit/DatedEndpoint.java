package io.pulseline.ingest.fitbit;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.sync.DatedPart;
import io.pulseline.ingest.sync.DatedPart.Trait;
import java.time.LocalDate;
import java.util.List;

/**
 * One of Fitbit's addresses that answer by local date.
 *
 * @param payloadKind kind of the bundle it is a part of
 * @param path with the first date for {@code %1$s} and the last one for {@code %2$s}
 * @param list name of the list of entries; empty where the answer itself is the list
 * @param dateField field of an entry that holds its date
 */
record DatedEndpoint(
        String payloadKind, DatedPart part, String path, String list, String dateField) {
    /** Fitbit's "30 days" include both ends to be safe; weight has its own limit. */
    private static final int MONTH = 30;

    /** Fitbit allows a year and more here; no question of ours needs it. */
    private static final int SEASON = 100;

    /** Never in a payload: by it a changed series shows. */
    static final String DAILY_STEPS = "daily-steps";

    private static final String WHOLE = "*";
    private static final String DATE_TIME = "dateTime";

    /** All of them; a part that others are details of stands before these. */
    static final List<DatedEndpoint> ALL =
            List.of(
                    range(
                            PayloadKind.HEART_RATE_VARIABILITY,
                            DatedPart.of(PartKind.HRV_SUMMARY, MONTH, "heartrate"),
                            "/1/user/-/hrv/date/%1$s/%2$s.json",
                            "hrv"),
                    range(
                            PayloadKind.HEART_RATE_VARIABILITY,
                            DatedPart.detail(
                                    PartKind.HRV_INTRADAY,
                                    MONTH,
                                    "heartrate",
                                    PartKind.HRV_SUMMARY),
                            "/1/user/-/hrv/date/%1$s/%2$s/all.json",
                            "hrv"),
                    range(
                            PayloadKind.RESPIRATORY_RATE,
                            DatedPart.of(
                                    PartKind.BREATHING_RATE_SUMMARY, MONTH, "respiratory_rate"),
                            "/1/user/-/br/date/%1$s/%2$s.json",
                            "br"),
                    range(
                            PayloadKind.RESPIRATORY_RATE,
                            DatedPart.detail(
                                    PartKind.BREATHING_RATE_STAGES,
                                    MONTH,
                                    "respiratory_rate",
                                    PartKind.BREATHING_RATE_SUMMARY),
                            "/1/user/-/br/date/%1$s/%2$s/all.json",
                            "br"),
                    range(
                            PayloadKind.OXYGEN_SATURATION,
                            DatedPart.of(PartKind.SPO2_SUMMARY, MONTH, "oxygen_saturation"),
                            "/1/user/-/spo2/date/%1$s/%2$s.json",
                            ""),
                    range(
                            PayloadKind.OXYGEN_SATURATION,
                            DatedPart.detail(
                                    PartKind.SPO2_INTRADAY,
                                    MONTH,
                                    "oxygen_saturation",
                                    PartKind.SPO2_SUMMARY),
                            "/1/user/-/spo2/date/%1$s/%2$s/all.json",
                            ""),
                    daily(
                            DatedPart.of(
                                    PartKind.SKIN_TEMPERATURE,
                                    MONTH,
                                    "temperature",
                                    Trait.OF_NIGHT),
                            "/1/user/-/temp/skin/date/%1$s/%2$s.json",
                            "tempSkin"),
                    daily(
                            DatedPart.of(
                                    PartKind.HEART_RATE_DAILY,
                                    SEASON,
                                    "heartrate",
                                    Trait.FIGURE,
                                    Trait.TELLS_HEART_RATE),
                            "/1/user/-/activities/heart/date/%1$s/%2$s.json",
                            "activities-heart"),
                    daily(
                            DatedPart.of(
                                    PartKind.ACTIVE_ZONE_MINUTES, SEASON, "activity", Trait.FIGURE),
                            "/1/user/-/activities/active-zone-minutes/date/%1$s/%2$s.json",
                            "activities-active-zone-minutes"),
                    daily(
                            DatedPart.of(
                                    PartKind.CARDIO_FITNESS,
                                    MONTH,
                                    "cardio_fitness",
                                    Trait.TRAILING_ONLY),
                            "/1/user/-/cardioscore/date/%1$s/%2$s.json",
                            "cardioScore"),
                    new DatedEndpoint(
                            PayloadKind.DAILY_SUMMARY,
                            DatedPart.of(PartKind.WEIGHT, 31, "weight", Trait.TRAILING_ONLY),
                            "/1/user/-/body/log/weight/date/%1$s/%2$s.json",
                            "weight",
                            "date"),
                    daily(
                            DatedPart.of(
                                    DAILY_STEPS,
                                    SEASON,
                                    "activity",
                                    Trait.FIGURE,
                                    Trait.TELLS_STEPS,
                                    Trait.COMPARED_ONLY),
                            "/1/user/-/activities/steps/date/%1$s/%2$s.json",
                            "activities-steps"),
                    new DatedEndpoint(
                            PayloadKind.DAILY_SUMMARY,
                            DatedPart.of(PartKind.ACTIVITY_SUMMARY, 1, "activity"),
                            "/1/user/-/activities/date/%1$s.json",
                            WHOLE,
                            ""));

    private static DatedEndpoint range(
            String payloadKind, DatedPart part, String path, String list) {
        return new DatedEndpoint(payloadKind, part, path, list, DATE_TIME);
    }

    private static DatedEndpoint daily(DatedPart part, String path, String list) {
        return range(PayloadKind.DAILY_SUMMARY, part, path, list);
    }

    static DatedEndpoint of(String partKind) {
        return ALL.stream()
                .filter(endpoint -> endpoint.partKind().equals(partKind))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no part by date is named " + partKind));
    }

    /** Whether it is only there to be compared with what it was. */
    boolean isComparedOnly() {
        return part.kind().equals(DAILY_STEPS);
    }

    String partKind() {
        return part.kind();
    }

    /** Whether the whole answer is the entry of the one date asked for. */
    boolean isWhole() {
        return list.equals(WHOLE);
    }

    String path(LocalDate from, LocalDate to) {
        return path.formatted(from, to);
    }
}
