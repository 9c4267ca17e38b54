package io.pulseline.pipeline.history;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.InvalidFormException;
import io.pulseline.pipeline.pipeline.Trigger;
import io.pulseline.pipeline.run.RunFilter;
import io.pulseline.pipeline.run.RunReads.Before;
import io.pulseline.pipeline.run.RunStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which runs somebody asks for.
 *
 * @param before where the page begins; null for the first one
 * @param limit how many runs at most
 */
public record RunQuestion(RunFilter filter, @Nullable Before before, int limit) {
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int LONGEST_TEXT = 200;
    private static final Set<String> KNOWN =
            Set.of(
                    "limit",
                    "after",
                    "record",
                    "status",
                    "activityType",
                    "target",
                    "from",
                    "to",
                    "text");

    /** As activity types are written; the set is open. */
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-.{12}");

    /**
     * Reads the parameters of a request.
     *
     * @param targetTypes kinds of targets there are
     * @throws InvalidFormException naming every one that is wrong
     */
    public static RunQuestion read(Map<String, List<String>> parameters, List<String> targetTypes) {
        Reading reading = new Reading(parameters, new ArrayList<>());
        RunQuestion question = reading.question(targetTypes);
        if (!reading.errors().isEmpty()) {
            throw new InvalidFormException(reading.errors());
        }
        return question;
    }

    private record Reading(Map<String, List<String>> parameters, List<FieldError> errors) {

        RunQuestion question(List<String> targetTypes) {
            parameters.keySet().stream()
                    .filter(name -> !KNOWN.contains(name))
                    .sorted()
                    .forEach(name -> complain(name, "is not known here"));
            String target = one("target");
            UUID targetId = target == null ? null : id(target);
            if (target != null && targetId == null && !targetTypes.contains(target)) {
                complain(
                        "target",
                        "must be the id of a target, or one of " + String.join(", ", targetTypes));
            }
            Instant from = time("from");
            Instant to = time("to");
            if (from != null && to != null && !from.isBefore(to)) {
                complain("to", "must be later than from");
            }
            RunFilter filter =
                    new RunFilter(
                            recordTypes(),
                            statuses(),
                            activityType(),
                            targetId == null ? target : null,
                            targetId,
                            from,
                            to,
                            text());
            return new RunQuestion(filter, before(), limit());
        }

        private Set<String> recordTypes() {
            String given = one("record");
            if (given == null || given.equals(RecordType.ACTIVITY)) {
                return Set.of(RecordType.ACTIVITY);
            }
            if (RecordType.metrics().contains(given)) {
                return Set.of(given);
            }
            if (!given.equals(Trigger.METRIC)) {
                complain(
                        "record",
                        "must be activity, metric, or one of "
                                + String.join(", ", RecordType.metrics()));
            }
            return Set.copyOf(RecordType.metrics());
        }

        private Set<RunStatus> statuses() {
            Set<RunStatus> wanted = EnumSet.noneOf(RunStatus.class);
            for (String word : parameters.getOrDefault("status", List.of())) {
                Arrays.stream(RunStatus.values())
                        .filter(status -> status.name().equals(word))
                        .findFirst()
                        .ifPresentOrElse(
                                wanted::add,
                                () ->
                                        complain(
                                                "status",
                                                "must be one or more of "
                                                        + Arrays.stream(RunStatus.values())
                                                                .map(RunStatus::name)
                                                                .collect(
                                                                        Collectors.joining(", "))));
            }
            return wanted;
        }

        private @Nullable String activityType() {
            String given = one("activityType");
            if (given != null && !TYPE.matcher(given).matches()) {
                complain("activityType", "must be a word like RUN or TREADMILL_RUN");
            }
            return given;
        }

        private @Nullable String text() {
            String given = one("text");
            if (given != null
                    && (given.isBlank()
                            || given.length() > LONGEST_TEXT
                            || given.indexOf('\0') >= 0)) {
                complain("text", "must be a text of 1 to " + LONGEST_TEXT + " characters");
            }
            return given;
        }

        private @Nullable Before before() {
            String mark = one("after");
            if (mark == null) {
                return null;
            }
            Before before = PageMark.read(mark).orElse(null);
            if (before == null) {
                complain("after", "is not the 'next' of an earlier answer");
            }
            return before;
        }

        private int limit() {
            String given = one("limit");
            if (given == null) {
                return USUAL;
            }
            try {
                int limit = Integer.parseInt(given);
                if (limit >= 1 && limit <= MOST) {
                    return limit;
                }
            } catch (NumberFormatException _) {
                // Told below, like a number outside the limits.
            }
            complain("limit", "must be 1 to " + MOST);
            return USUAL;
        }

        private @Nullable Instant time(String name) {
            String given = one(name);
            if (given == null) {
                return null;
            }
            try {
                OffsetDateTime time = OffsetDateTime.parse(given);
                // Years of more digits are beyond what the database holds.
                if (time.getYear() >= 1 && time.getYear() <= 9999) {
                    return time.toInstant();
                }
            } catch (DateTimeException _) {
                // Told below.
            }
            complain(name, "must be a time with its offset, like 2026-11-29T07:30:00Z");
            return null;
        }

        private static @Nullable UUID id(String text) {
            return ID.matcher(text).matches() ? parsed(text) : null;
        }

        private static @Nullable UUID parsed(String text) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException _) {
                return null;
            }
        }

        private @Nullable String one(String name) {
            List<String> given = parameters.getOrDefault(name, List.of());
            if (given.size() > 1) {
                complain(name, "must be given once");
            }
            return given.isEmpty() ? null : given.getFirst();
        }

        private void complain(String name, String reason) {
            FieldError error = new FieldError(name, reason);
            if (!errors.contains(error)) {
                errors.add(error);
            }
        }
    }
}
