package io.pulseline.pipeline.target.intervals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.target.Content;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.Parcel;
import io.pulseline.pipeline.target.Recipient;
import io.pulseline.pipeline.target.http.Callers;
import io.pulseline.pipeline.target.openmhealth.Told;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.intervals.Intervals;
import io.pulseline.simulator.intervals.IntervalsActivity;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The simulated intervals.icu with one athlete, and the target that sends there. */
final class Place implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "2f9k-secret";
    private static final UUID USER = new UUID(0, 1);

    private final Vertx vertx = Vertx.vertx();
    private final FitbitSimulator simulator = FitbitSimulator.start();
    private final String athlete = simulator.intervals().hasKey(KEY);
    private final IntervalsTarget target;

    /** A target that waits so long for an answer and asks so often. */
    Place(Duration answerTimeout, int requestsPerSecond) {
        target =
                new IntervalsTarget(
                        Callers.waiting(vertx, answerTimeout),
                        settings(requestsPerSecond),
                        Clock.systemUTC());
    }

    private IntervalsSettings settings(int requestsPerSecond) {
        return new IntervalsSettings() {
            @Override
            public URI apiUrl() {
                return URI.create(simulator.apiUrl() + "/intervals/api/v1");
            }

            @Override
            public int requestsPerSecond() {
                return requestsPerSecond;
            }
        };
    }

    FitbitSimulator simulator() {
        return simulator;
    }

    Intervals intervals() {
        return simulator.intervals();
    }

    IntervalsTarget target() {
        return target;
    }

    /** Changes knobs of the place, as JSON with single quotes. */
    void behaves(String knobs) {
        try {
            intervals().set(intervals().knobs().changed(JSON.readTree(knobs.replace('\'', '"'))));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Recipient recipient(String... secrets) {
        return new Recipient(new UUID(0, 2), USER, configuration(), List.of(secrets));
    }

    /** What a user has set; empty for everything as usual. */
    static ObjectNode configuration() {
        return JSON.createObjectNode();
    }

    DeliveryOutcome first(EventType event, SpecificRecord record) {
        return send(event, record, 1, null);
    }

    /** One attempt with what the target makes of the record. */
    DeliveryOutcome send(
            EventType event, SpecificRecord record, int attempt, @Nullable String remoteId) {
        return send(event, record, attempt, remoteId, recipient(KEY));
    }

    DeliveryOutcome send(
            EventType event,
            SpecificRecord record,
            int attempt,
            @Nullable String remoteId,
            Recipient recipient) {
        Content content = target.content(event, Told.of(record), recipient.configuration());
        if (!(content instanceof Content.Bytes bytes)) {
            throw new IllegalArgumentException("nothing to send: " + content);
        }
        return target.send(
                new Parcel(
                        new UUID(0, 3),
                        new UUID(0, 4),
                        1,
                        event,
                        bytes.bytes(),
                        recipient,
                        new Parcel.History(attempt, remoteId, null)));
    }

    /** The only activity there is. */
    IntervalsActivity activity() {
        List<IntervalsActivity> all = intervals().activities();
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " activities, not one");
        }
        return all.getFirst();
    }

    /** A wellness day as JSON; empty where nothing was ever said of it. */
    ObjectNode day(String date) {
        return intervals().wellness().getOrDefault(athlete, List.of()).stream()
                .filter(day -> day.path("id").asText().equals(date))
                .findFirst()
                .orElseGet(JSON::createObjectNode);
    }

    /** A walk of 25 minutes that began on 2026-10-03 at 07:12:40 in Kathmandu. */
    static Activity walk() {
        return Told.sample(Activity.class);
    }

    @Override
    public void close() {
        simulator.close();
        var _ = vertx.close();
    }
}
