package io.pulseline.pipeline.dashboard;

import io.pulseline.pipeline.absence.Absence;
import io.pulseline.pipeline.absence.Measure;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says why something is not there, in words of the bundle. */
public final class WhyAbsent {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private WhyAbsent() {}

    /** What is so, and what can be done about it: whole sentences. */
    public static String say(Absence absence) {
        return switch (absence) {
            case Absence.NothingConnected nothing ->
                    Texts.say("absence_nothingConnected", name(nothing.measure()));
            case Absence.Disconnected ended ->
                    Texts.say("absence_disconnected", ended.provider(), name(ended.measure()));
            case Absence.TokenLost lost -> Texts.say("absence_token", lost.provider());
            case Absence.ScopeNotGranted refused ->
                    Texts.say("absence_scope", refused.provider(), refused.scope());
            case Absence.QuotaUsedUp usedUp ->
                    Texts.say("absence_quota", usedUp.provider(), time(usedUp.until()));
            case Absence.TrackerNotSynced tracker ->
                    Texts.say("absence_notSynced", time(tracker.lastSync()));
            case Absence.NotReadSince read ->
                    Texts.say("absence_notRead", read.provider(), time(read.lastRead()));
            case Absence.ModelWithoutSensor lacks ->
                    Texts.say("absence_model", lacks.model(), sensor(lacks.measure()));
            case Absence.ConnectedGpsWithoutPhone phone -> connectedGps(phone);
            case Absence.ShortSleep night ->
                    Texts.say("absence_shortSleep", length(night.asleep()), name(night.measure()));
            case Absence.NotWorn _ -> Texts.say("absence_notWorn");
        };
    }

    /** As people call it, to stand within a sentence. */
    public static String name(Measure measure) {
        return Texts.say("absence_measure_" + measure.name());
    }

    /** What a model lacks to measure it. */
    private static String sensor(Measure measure) {
        return Texts.say("absence_sensor_" + measure.name());
    }

    private static String connectedGps(Absence.ConnectedGpsWithoutPhone phone) {
        String model = phone.model();
        return model == null
                ? Texts.say("absence_phoneOfTracker")
                : Texts.say("absence_phone", model);
    }

    private static String length(Duration asleep) {
        return Texts.say("absence_length", asleep.toHours(), asleep.toMinutesPart());
    }

    private static String time(ZonedDateTime at) {
        return TIME.format(at);
    }
}
