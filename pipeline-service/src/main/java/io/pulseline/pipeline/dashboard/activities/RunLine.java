package io.pulseline.pipeline.dashboard.activities;

import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Texts;
import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.run.Run;
import io.pulseline.pipeline.run.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run in a list.
 *
 * @param day of the start of the run, in the reader's zone
 * @param status in words
 * @param tone class of its badge
 * @param reason null where there is nothing to say
 * @param chips one for each target
 */
public record RunLine(
        UUID runId,
        UUID recordId,
        LocalDate day,
        String time,
        String title,
        String type,
        String status,
        String tone,
        @Nullable String reason,
        List<Chip> chips) {

    /** How far one target is. */
    public record Chip(String target, String status, String tone, @Nullable String reason) {
        static Chip of(Step step) {
            return new Chip(
                    targetName(step.name()),
                    Texts.sayOr("activities_delivery_" + step.status(), step.status()),
                    RunLine.tone(step.status()),
                    step.reason());
        }
    }

    public RunLine {
        chips = List.copyOf(chips);
    }

    /** A run with its deliveries, for a reader. */
    public static RunLine of(Run run, List<Delivery> deliveries, Reader reader) {
        return new RunLine(
                run.id(),
                run.recordId(),
                reader.dateOf(run.startedAt()),
                reader.time(run.startedAt()),
                title(run.title(), run.activityType()),
                typeName(run.activityType()),
                statusName(run.status().name()),
                tone(run.status().name()),
                run.reason(),
                Step.of(run, deliveries).stream()
                        .filter(step -> step.targetId() != null)
                        .map(Chip::of)
                        .toList());
    }

    static String title(@Nullable String title, @Nullable String type) {
        return title == null || title.isBlank() ? typeName(type) : title;
    }

    /** A run's status in words. */
    static String statusName(String status) {
        return Texts.sayOr("activities_status_" + status, words(status));
    }

    /** An activity's type in words; the set is open. */
    public static String typeName(@Nullable String type) {
        return type == null ? Texts.say("activities_untyped") : words(type);
    }

    /** A target's kind in words; the set is open. */
    public static String targetName(String kind) {
        return Texts.sayOr("activities_target_" + kind.replace('-', '_'), kind);
    }

    /** The class of a badge; the words beside it say the same. */
    static String tone(String status) {
        return switch (status) {
            case "SYNCED", "DELIVERED", "ADDED" -> "good";
            case "FAILED", "EXHAUSTED", "REFUSED", "DISABLED" -> "bad";
            case "PARTIAL", "WAITING", "TIER_BLOCKED", "HALTED" -> "warn";
            default -> "calm";
        };
    }

    private static String words(String word) {
        String plain = word.replace('_', ' ').toLowerCase(Locale.ENGLISH);
        return plain.isEmpty()
                ? plain
                : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }
}
