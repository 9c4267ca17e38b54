package io.pulseline.normalizer.coverage;

import static io.pulseline.normalizer.coverage.Note.apart;
import static io.pulseline.normalizer.coverage.Note.fitbitAlone;
import static io.pulseline.normalizer.coverage.Note.googleAlone;
import static io.pulseline.normalizer.coverage.Note.nobody;
import static io.pulseline.normalizer.coverage.Note.ownWords;
import static io.pulseline.normalizer.coverage.Note.workedOut;

import io.pulseline.normalizer.record.RecordKind;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that is not simply given by both alike; google-health-mapping.md says more. */
final class Notes {
    private static final Note OWN_ID = ownWords("each provider's own id of the thing");
    private static final Note ZONE_NAMES =
            ownWords("Fitbit's in the user's language; Google's `LIGHT` to `PEAK`");
    private static final Note ZONE_ENERGY = fitbitAlone("Google tells no energy by zone");
    private static final Note ZONE_MINUTES =
            apart(1, "Fitbit tells whole minutes, Google seconds; read to the thousandth");
    private static final Note FRACTIONS =
            apart(1, "Fitbit tells whole kilocalories, Google fractions");

    private static final String AWAKENINGS =
            "of the stages with the short awakenings laid over, as Fitbit sums up; Google's own sums"
                    + " count short awakenings as sleep";

    private Notes() {}

    /** By kind of record and path of the field. */
    static Map<RecordKind, Map<String, Note>> all() {
        Map<RecordKind, Map<String, Note>> notes = new EnumMap<>(RecordKind.class);
        notes.put(RecordKind.ACTIVITY, activity());
        notes.put(RecordKind.SLEEP, sleep());
        notes.put(RecordKind.HEART_RATE, dated());
        notes.put(RecordKind.STEPS, dated());
        notes.put(RecordKind.RESPIRATORY_RATE, dated());
        Map<String, Note> variability = dated();
        variability.put(
                "intraday.coverageRatio",
                fitbitAlone("Google does not tell the share of usable beats"));
        notes.put(RecordKind.HEART_RATE_VARIABILITY, variability);
        Map<String, Note> saturation = dated();
        Note bounds =
                fitbitAlone("Google's bounds are those of a confidence interval, and not read");
        saturation.put("minimumPercent", bounds);
        saturation.put("maximumPercent", bounds);
        notes.put(RecordKind.OXYGEN_SATURATION, saturation);
        notes.put(RecordKind.DAILY_SUMMARY, day());
        return notes;
    }

    private static Map<String, Note> activity() {
        Map<String, Note> notes = new LinkedHashMap<>();
        notes.put("description", nobody("written by boosters and other producers"));
        notes.put(
                "providerActivityTypeId",
                ownWords("Fitbit's number, Google's word; `activityType` is one for both"));
        notes.put("energyKilocalories", FRACTIONS);
        notes.put("heartRateZones.name", ZONE_NAMES);
        Note limits = fitbitAlone("Google tells no limits of an exercise's zones");
        notes.put("heartRateZones.lowerBeatsPerMinute", limits);
        notes.put("heartRateZones.upperBeatsPerMinute", limits);
        notes.put("heartRateZones.minutes", ZONE_MINUTES);
        notes.put("heartRateZones.energyKilocalories", ZONE_ENERGY);
        notes.put("provenance.providerRecordId", OWN_ID);
        notes.put("provenance.deviceId", fitbitAlone("Google names the model only"));
        notes.put("provenance.application", ownWords("Fitbit's is a name, Google's a package"));
        return notes;
    }

    private static Map<String, Note> sleep() {
        Map<String, Note> notes = new LinkedHashMap<>();
        notes.put("asleepMinutes", workedOut(1, AWAKENINGS));
        notes.put("awakeMinutes", workedOut(1, AWAKENINGS));
        notes.put("stageTotals.minutes", workedOut(1, AWAKENINGS));
        notes.put("stageTotals.periods", workedOut(0, AWAKENINGS));
        notes.put(
                "efficiencyPercent",
                workedOut(
                        10,
                        "minutes asleep by minutes in bed, whole percent; Fitbit's own figure weighs"
                                + " restlessness too"));
        notes.put("provenance.providerRecordId", OWN_ID);
        notes.put("provenance.deviceId", nobody("neither names the device of a sleep by an id"));
        notes.put("provenance.deviceName", googleAlone("Fitbit's sleep log names no device"));
        notes.put("provenance.application", googleAlone("Fitbit's sleep log names no app"));
        return notes;
    }

    private static Map<String, Note> day() {
        Map<String, Note> notes = dated();
        notes.put("energyKilocalories", FRACTIONS);
        notes.put("basalEnergyKilocalories", fitbitAlone("Google tells it of no day"));
        notes.put(
                "activityEnergyKilocalories",
                fitbitAlone(
                        "Google's active energy leaves the basal energy of active minutes out: another"
                                + " figure, and not read"));
        notes.put("heartRateZones.name", ZONE_NAMES);
        notes.put(
                "heartRateZones.upperBeatsPerMinute",
                apart(
                        1,
                        "Google's zones reach to where the next begins; the highest keeps the limit"
                                + " told"));
        notes.put("heartRateZones.minutes", ZONE_MINUTES);
        notes.put("heartRateZones.energyKilocalories", ZONE_ENERGY);
        notes.put("activeZoneMinutes", workedOut(0, "the sum of the three; Google tells no total"));
        Note fitness = apart(4, "Fitbit tells a range, Google one number, in or near it");
        notes.put("vo2MaxLowerMillilitresPerKilogramMinute", fitness);
        notes.put("vo2MaxUpperMillilitresPerKilogramMinute", fitness);
        notes.put(
                "skinTemperatureDeviationCelsius",
                workedOut(0.05, "the night's less the baseline; Fitbit rounds to 0.1"));
        notes.put("skinTemperatureSensor", fitbitAlone("Google does not tell the sensor"));
        notes.put("weights.bodyMassIndex", fitbitAlone("Google tells none"));
        notes.put(
                "weights.bodyFatPercent",
                fitbitAlone("Google's `body-fat` is a type of its own, and not read"));
        return notes;
    }

    /** Of records that a date has, not a thing. */
    private static Map<String, Note> dated() {
        Map<String, Note> notes = new LinkedHashMap<>();
        Note worn =
                nobody("a date is measured by whatever was worn; devices stand at the connection");
        notes.put("provenance.providerRecordId", nobody("a date is no thing with an id"));
        notes.put("provenance.deviceId", worn);
        notes.put("provenance.deviceName", worn);
        notes.put("provenance.application", worn);
        return notes;
    }
}
