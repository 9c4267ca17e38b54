package io.pulseline.pipeline.dashboard.health;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.dashboard.Texts;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What has a page of its own, in the order of the overview. */
public enum Measure {
    HEART_RATE(RecordType.HEART_RATE),
    HEART_RATE_VARIABILITY(RecordType.HEART_RATE_VARIABILITY),
    SLEEP(RecordType.SLEEP),
    STEPS(RecordType.STEPS),
    RESPIRATORY_RATE(RecordType.RESPIRATORY_RATE),
    OXYGEN_SATURATION(RecordType.OXYGEN_SATURATION);

    private final String path;

    Measure(String path) {
        this.path = path;
    }

    static Optional<Measure> ofPath(String path) {
        return Arrays.stream(values()).filter(one -> one.path.equals(path)).findFirst();
    }

    /** Last part of its address; also the record type that the export gives. */
    public String path() {
        return path;
    }

    /** As a heading. */
    public String title() {
        return Texts.say("health_title_" + name());
    }

    /** Within a sentence. */
    String inWords() {
        return Texts.say("health_words_" + name());
    }

    /** Record types with one record a date, or a few, that its page is made of. */
    Set<String> dailyTypes(Span span) {
        return switch (this) {
            case HEART_RATE, STEPS -> Set.of(RecordType.DAILY_SUMMARY);
            // A night tells where its user was; intervals within it do not.
            case HEART_RATE_VARIABILITY ->
                    span == Span.DAY
                            ? Set.of(path, RecordType.DAILY_SUMMARY, RecordType.SLEEP)
                            : Set.of(path, RecordType.DAILY_SUMMARY);
            case OXYGEN_SATURATION ->
                    span == Span.DAY ? Set.of(path, RecordType.SLEEP) : Set.of(path);
            case RESPIRATORY_RATE, SLEEP -> Set.of(path);
        };
    }

    /** True where the records of hours are read: a month of them would take too long. */
    boolean readsHours(Span span) {
        return switch (this) {
            case HEART_RATE -> span == Span.DAY || span == Span.WEEK;
            case STEPS -> span == Span.DAY;
            case HEART_RATE_VARIABILITY, SLEEP, RESPIRATORY_RATE, OXYGEN_SATURATION -> false;
        };
    }
}
