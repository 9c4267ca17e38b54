package io.pulseline.pipeline.target.archive;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.Steps;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.pipeline.target.Result;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What a template of names may speak of: dates and times as the user's clocks showed them. */
final class NameValues {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH-mm-ss", Locale.ROOT);
    private static final int YEAR_LENGTH = 4;
    private static final int LARGEST_OFFSET_SECONDS = 18 * 60 * 60;

    private NameValues() {}

    /** By variable; what the record does not know is empty. */
    static Map<String, String> of(Result result) {
        SpecificRecord record = result.record();
        Optional<OffsetDateTime> start = start(record);
        String date =
                localDate(record).or(() -> start.map(at -> at.toLocalDate().toString())).orElse("");
        return Map.of(
                "date", date,
                "time", start.map(TIME::format).orElse(""),
                "year", date.length() < YEAR_LENGTH ? "" : date.substring(0, YEAR_LENGTH),
                "month", date.length() < YEAR_LENGTH + 3 ? "" : date.substring(5, 7),
                "type", type(result),
                "title", title(result),
                "recordId", String.valueOf(field(record, "recordId")));
    }

    private static String type(Result result) {
        return switch (result) {
            case Result.OfActivity(BoostedActivity boosted) ->
                    boosted.getActivity()
                            .getActivityType()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-');
            case Result.OfMetric metric -> metric.recordType();
        };
    }

    private static String title(Result result) {
        String title =
                result instanceof Result.OfActivity(BoostedActivity boosted)
                        ? boosted.getActivity().getTitle()
                        : null;
        return title == null ? "" : title;
    }

    private static Optional<OffsetDateTime> start(SpecificRecord record) {
        return switch (record) {
            case Activity activity ->
                    at(activity.getStartEpochMillis(), activity.getStartOffsetSeconds());
            case Sleep sleep -> at(sleep.getStartEpochMillis(), sleep.getStartOffsetSeconds());
            case HeartRateSeries hour ->
                    at(hour.getStartEpochMillis(), hour.getStartOffsetSeconds());
            case Steps hour -> at(hour.getStartEpochMillis(), hour.getStartOffsetSeconds());
            default -> Optional.empty();
        };
    }

    private static Optional<OffsetDateTime> at(
            @Nullable Long epochMillis, @Nullable Integer offsetSeconds) {
        int offset =
                offsetSeconds == null || Math.abs(offsetSeconds) > LARGEST_OFFSET_SECONDS
                        ? 0
                        : offsetSeconds;
        return Optional.ofNullable(epochMillis)
                .map(Instant::ofEpochMilli)
                .map(instant -> instant.atOffset(ZoneOffset.ofTotalSeconds(offset)));
    }

    private static Optional<String> localDate(SpecificRecord record) {
        return Optional.ofNullable(field(record, "localDate"))
                .map(Object::toString)
                .filter(date -> !date.isEmpty());
    }

    private static @Nullable Object field(SpecificRecord record, String name) {
        Schema.Field field = record.getSchema().getField(name);
        return field == null ? null : record.get(field.pos());
    }
}
