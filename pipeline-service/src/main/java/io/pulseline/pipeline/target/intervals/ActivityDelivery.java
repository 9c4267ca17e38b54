package io.pulseline.pipeline.target.intervals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.Parcel;
import io.pulseline.pipeline.target.http.HttpAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Brings activities there, each once: what may have arrived before is looked for, and what is there
 * is changed. The file itself cannot be replaced.
 */
final class ActivityDelivery {
    /**
     * No request begins later than this after the first: with the time an answer may take it still
     * ends before the lease of a delivery, after which another process would send it, too.
     */
    private static final Duration LATEST_REQUEST = Duration.ofSeconds(8);

    private static final DeliveryOutcome TOO_SLOW =
            DeliveryOutcome.Later.because(
                    "intervals.icu answers too slowly for all that there is to ask");

    private final IntervalsApi api;
    private final Clock clock;
    private final LongSupplier nanoseconds;

    /**
     * @param nanoseconds a clock that only goes forward, as {@link System#nanoTime}
     */
    ActivityDelivery(IntervalsApi api, Clock clock, LongSupplier nanoseconds) {
        this.api = api;
        this.clock = clock;
        this.nanoseconds = nanoseconds;
    }

    /**
     * One attempt.
     *
     * @param begun its first moment, by the clock that only goes forward
     */
    private record Errand(Letter letter, IntervalsApi.Door door, long begun) {}

    /** One attempt; at most {@link RequestShare#MOST_AT_ONCE} requests. */
    DeliveryOutcome send(Parcel parcel, Letter letter, IntervalsApi.Door door) {
        Errand errand = new Errand(letter, door, nanoseconds.getAsLong());
        String remoteId = parcel.remoteId();
        if (parcel.event() == EventType.DELETED) {
            return remoteId == null ? deletedIfFound(errand) : deleted(remoteId, errand);
        }
        if (remoteId != null) {
            return changed(remoteId, letter.wanted(), errand);
        }
        // What is told as changed without ever having been accepted may have arrived all the same.
        return parcel.attempt() > 1 || parcel.event() == EventType.UPDATED
                ? changedIfFound(errand)
                : uploaded(errand);
    }

    private DeliveryOutcome uploaded(Errand errand) {
        if (isLate(errand)) {
            return TOO_SLOW;
        }
        HttpAnswer answer = Answers.meant(api.upload(errand.door(), errand.letter()));
        if (!Answers.isSuccess(answer)) {
            return Answers.failed(answer, clock.instant());
        }
        JsonNode activity = Answers.json(answer);
        Optional<String> id = Answers.id(activity);
        if (id.isEmpty()) {
            return DeliveryOutcome.Later.because(
                    "intervals.icu took the activity and told no id; it is looked for next time");
        }
        ObjectNode missing = missing(errand.letter().wanted(), activity);
        if (missing.isEmpty()) {
            return new DeliveryOutcome.Accepted(id.get());
        }
        DeliveryOutcome outcome = changed(id.get(), missing, errand);
        // The activity is there. That its sport or text is not as wished is no reason to fail.
        return outcome instanceof DeliveryOutcome.Refused
                ? new DeliveryOutcome.Accepted(id.get(), outcome.heard())
                : outcome;
    }

    /** What the upload cannot say, or the file says otherwise. */
    private static ObjectNode missing(ObjectNode wanted, JsonNode activity) {
        ObjectNode missing = JsonNodeFactory.instance.objectNode();
        wanted.properties().stream()
                .filter(field -> !field.getValue().equals(activity.path(field.getKey())))
                .forEach(field -> missing.set(field.getKey(), field.getValue()));
        return missing;
    }

    private DeliveryOutcome changed(String id, JsonNode fields, Errand errand) {
        if (isLate(errand)) {
            return TOO_SLOW;
        }
        HttpAnswer answer = Answers.meant(api.change(errand.door(), id, fields));
        if (Answers.isSuccess(answer)) {
            return new DeliveryOutcome.Accepted(id);
        }
        return Answers.isGone(answer)
                ? new DeliveryOutcome.Refused("the activity is no longer at intervals.icu")
                : Answers.failed(answer, clock.instant());
    }

    private DeliveryOutcome deleted(String id, Errand errand) {
        if (isLate(errand)) {
            return TOO_SLOW;
        }
        HttpAnswer answer = Answers.meant(api.delete(errand.door(), id));
        return Answers.isSuccess(answer) || Answers.isGone(answer)
                ? new DeliveryOutcome.Accepted(id)
                : Answers.failed(answer, clock.instant());
    }

    private DeliveryOutcome changedIfFound(Errand errand) {
        Letter letter = errand.letter();
        return looked(
                errand,
                list ->
                        Alike.found(list, letter)
                                .map(id -> changed(id, letter.wanted(), errand))
                                .orElseGet(() -> uploaded(errand)));
    }

    /** Only what bears our id: one that merely looks alike may be the person's own. */
    private DeliveryOutcome deletedIfFound(Errand errand) {
        if (errand.letter().localDate().isEmpty()) {
            return new DeliveryOutcome.Accepted();
        }
        return looked(
                errand,
                list ->
                        Alike.named(list, errand.letter())
                                .map(id -> deleted(id, errand))
                                .orElseGet(DeliveryOutcome.Accepted::new));
    }

    /** The day before and after, too: the place may show the activity in another zone. */
    private DeliveryOutcome looked(Errand errand, Function<JsonNode, DeliveryOutcome> then) {
        LocalDate date = errand.letter().localDate().orElseThrow();
        HttpAnswer answer =
                Answers.meant(api.activities(errand.door(), date.minusDays(1), date.plusDays(1)));
        if (!Answers.isSuccess(answer)) {
            return Answers.failed(answer, clock.instant());
        }
        JsonNode list = Answers.json(answer);
        return list.isArray()
                ? then.apply(list)
                : DeliveryOutcome.Later.because(
                        "intervals.icu answered with something that is no list of activities");
    }

    private boolean isLate(Errand errand) {
        return nanoseconds.getAsLong() - errand.begun() > LATEST_REQUEST.toNanos();
    }
}
