package io.pulseline.simulator.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.pulseline.simulator.fault.Fault;
import io.pulseline.simulator.notify.SignatureKind;
import io.pulseline.simulator.receiver.ProgrammedAnswer;
import io.pulseline.simulator.truth.ActivityEdit;
import io.pulseline.simulator.truth.Cohort;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The smaller bodies of the control calls, as they come over HTTP. */
final class Bodies {
    private Bodies() {}

    /** One of the two. */
    record Clock(@Nullable Long advanceSeconds, @Nullable Instant to) {}

    /** Who begins to live; everything may be left out. */
    record Lives(
            @Nullable Integer users,
            @Nullable Integer days,
            @Nullable Long seed,
            @Nullable Instant start,
            @Nullable Boolean faults,
            @Nullable Boolean special,
            @Nullable String zone,
            @Nullable Long firstSyncInSeconds,
            @Nullable Boolean googleHealth) {

        boolean isFaulty() {
            return faults != null && faults;
        }

        Cohort cohort(Instant now) {
            long wait = firstSyncInSeconds == null ? 0 : firstSyncInSeconds;
            if (wait < 0) {
                throw new IllegalArgumentException(
                        "firstSyncInSeconds is " + wait + "; a first sync cannot be over");
            }
            return new Cohort(
                    users == null ? 5 : users,
                    days == null ? 14 : days,
                    seed == null ? 1 : seed,
                    now.plusSeconds(wait),
                    special == null || special,
                    zone == null ? null : PeopleControl.zone(zone),
                    googleHealth != null && googleHealth);
        }
    }

    record User(@Nullable String name, @Nullable String zone, @Nullable Long seed) {}

    record Edit(
            @Nullable String name,
            @Nullable Integer activityTypeId,
            @Nullable Integer steps,
            @Nullable Integer energyKilocalories,
            @Nullable Double distanceMetres,
            @Nullable Integer minutes,
            @JsonProperty("notify") @Nullable Boolean tell) {

        ActivityEdit edit() {
            return new ActivityEdit(
                    name,
                    activityTypeId,
                    steps,
                    energyKilocalories,
                    distanceMetres,
                    minutes == null ? null : Duration.ofMinutes(minutes));
        }
    }

    record Ring(@Nullable String collection, @Nullable LocalDate date, @Nullable Integer times) {}

    /** One item of a batch; the subscription id may be anything. */
    record Item(
            String collection,
            @Nullable LocalDate date,
            String ownerId,
            @Nullable String subscriptionId) {}

    /** A batch, or a raw body instead of it. */
    record Batch(
            @Nullable List<Item> notifications,
            @Nullable String rawBody,
            @Nullable String signature,
            @Nullable Integer times) {

        SignatureKind signatureKind() {
            return signature == null
                    ? SignatureKind.RIGHT
                    : Words.read(SignatureKind.class, signature);
        }
    }

    record FaultBody(
            String kind,
            @Nullable Integer status,
            @Nullable String path,
            @Nullable Integer times,
            @Nullable Long delayMilliseconds) {

        Fault fault() {
            if (kind == null) {
                throw new IllegalArgumentException("kind is missing");
            }
            Fault.Kind what = Words.read(Fault.Kind.class, kind);
            Fault fault = Fault.of(what, status == null ? usualStatus(what) : status);
            fault = path == null ? fault : fault.onPath(path);
            fault = times == null ? fault : fault.times(times);
            return delayMilliseconds == null
                    ? fault
                    : fault.lasting(Duration.ofMillis(delayMilliseconds));
        }

        private static int usualStatus(Fault.Kind kind) {
            return switch (kind) {
                case RATE_LIMITED -> 429;
                case SERVER_ERROR -> 500;
                case HTML_BODY -> 502;
                case MALFORMED_JSON, EMPTY_BODY, SLOW, ANSWER_LOST, HALF_ANSWER -> 200;
                case HANG -> 504;
                case EXPIRED_TOKEN, INVALID_TOKEN -> 401;
                case INSUFFICIENT_SCOPE -> 403;
                case CONFLICT -> 409;
                case GONE -> 410;
            };
        }
    }

    record ReceiverBody(String name, @Nullable String secret) {}

    /** Answers to come; the last two hold for all of them. */
    record Answers(
            List<Integer> statuses,
            @Nullable Integer retryAfterSeconds,
            @Nullable Long delayMilliseconds) {

        List<ProgrammedAnswer> answers() {
            Duration delay =
                    delayMilliseconds == null
                            ? Duration.ZERO
                            : Duration.ofMillis(delayMilliseconds);
            return statuses.stream()
                    .map(status -> new ProgrammedAnswer(status, retryAfterSeconds, delay))
                    .toList();
        }
    }

    record SubscriberBody(URI url) {}
}
