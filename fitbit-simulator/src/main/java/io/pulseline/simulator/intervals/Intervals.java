package io.pulseline.simulator.intervals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.fault.Refusals;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Handler;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import java.util.List;
import java.util.Map;

/**
 * Intervals.icu as a whole: every path below {@code /intervals}. Every method may be called from
 * any thread.
 */
public final class Intervals implements Handler {
    /** Every path of this side begins with it. */
    public static final String PREFIX = "/intervals/";

    static final String API = "/intervals/api/v1";

    private volatile IntervalsKnobs knobs = IntervalsKnobs.defaults();
    private final IntervalsGate gate = new IntervalsGate(this::knobs);
    private final IntervalsBook book = new IntervalsBook();
    private final Routes routes = new Routes();

    /** A side without athletes. */
    public Intervals() {
        new ActivityCalls(book, this::knobs).addTo(routes, gate);
        new WellnessCalls(book).addTo(routes, gate);
        routes.add(
                "GET",
                API + "/athlete/{athlete}",
                gate.own((_, athlete) ->
                        Answer.json(
                                200,
                                Json.object()
                                        .put("id", athlete)
                                        .put("name", "Athlete " + athlete))));
    }

    @Override
    public Answer answer(Request request) {
        try {
            return routes.answer(request).orElseGet(() -> IntervalsErrors.notFound("Page"));
        } catch (Refused refused) {
            return refused.answer();
        } catch (IllegalArgumentException e) {
            return IntervalsErrors.of(400, "Bad request");
        }
    }

    /** How this side says no when a call is made to go wrong. */
    public Refusals refusals() {
        return new IntervalsErrors();
    }

    // ---- set up

    /** An athlete with that API key; answers the athlete's id. */
    public String hasKey(String key) {
        return gate.hasKey(key);
    }

    /** The athlete's keys are worth nothing from now on. */
    public void revokesKeys(String athlete) {
        gate.revoke(athlete);
    }

    public IntervalsKnobs knobs() {
        return knobs;
    }

    /** Other knobs from now on. */
    public void set(IntervalsKnobs newKnobs) {
        knobs = newKnobs;
    }

    // ---- look back

    /** Ids of athletes by key. */
    public Map<String, String> keys() {
        return gate.keys();
    }

    /** Every activity, in the order in which they came. */
    public List<IntervalsActivity> activities() {
        return book.activities();
    }

    /** Wellness days by athlete, oldest first. */
    public Map<String, List<ObjectNode>> wellness() {
        return book.wellness();
    }

    /** Everything back to the start. */
    public void reset() {
        knobs = IntervalsKnobs.defaults();
        gate.clear();
        book.clear();
    }
}
