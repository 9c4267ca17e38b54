package io.pulseline.pipeline.target.intervals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds an activity that an earlier attempt may have sent. */
final class Alike {
    private static final Duration APART = Duration.ofSeconds(60);
    private static final double PART_OF_DURATION = 0.05;

    private Alike() {}

    /** The one that bears the record's id. */
    static Optional<String> named(JsonNode activities, Letter letter) {
        return each(activities)
                .filter(one -> one.path("external_id").asText("").equals(letter.externalId()))
                .findFirst()
                .flatMap(Answers::id);
    }

    /**
     * The one that bears the record's id, else one without such an id that began within a minute
     * and lasted as long within 5 %. One that bears another id came from elsewhere and is not ours.
     */
    static Optional<String> found(JsonNode activities, Letter letter) {
        return named(activities, letter)
                .or(() ->
                        each(activities)
                                .filter(one -> one.path("external_id").asText("").isEmpty())
                                .filter(one -> beganThen(one, letter) && lastedSo(one, letter))
                                .findFirst()
                                .flatMap(Answers::id));
    }

    private static Stream<JsonNode> each(JsonNode activities) {
        return StreamSupport.stream(activities.spliterator(), false);
    }

    private static boolean beganThen(JsonNode one, Letter letter) {
        Optional<Instant> there = start(one, letter);
        Optional<Instant> here = letter.start();
        return there.isPresent()
                && here.isPresent()
                && Duration.between(there.get(), here.get()).abs().compareTo(APART) <= 0;
    }

    private static boolean lastedSo(JsonNode one, Letter letter) {
        double there = one.path("elapsed_time").asDouble(-1);
        double here = letter.elapsed().map(Duration::toSeconds).orElse(-1L);
        return there >= 0 && here >= 0 && Math.abs(there - here) <= here * PART_OF_DURATION;
    }

    /** The instant if it is told; else the local time, by the record's own offset. */
    private static Optional<Instant> start(JsonNode one, Letter letter) {
        try {
            return one.path("start_date").isTextual()
                    ? Optional.of(OffsetDateTime.parse(one.path("start_date").asText()).toInstant())
                    : Optional.of(
                            LocalDateTime.parse(one.path("start_date_local").asText())
                                    .toInstant(letter.offset()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
