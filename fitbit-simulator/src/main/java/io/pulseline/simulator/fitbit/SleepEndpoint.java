package io.pulseline.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.fault.Switch;
import io.pulseline.simulator.fault.Switches;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.Sleep;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Sleep by date, by range and as a list (fact sheet section 4.11). */
final class SleepEndpoint {
    private static final int LONGEST_RANGE = 100;
    private static final String SLEEP = "/1.2/user/{user}/sleep";

    private final People people;
    private final InstantSource clock;
    private final Switches switches;
    private final Pages pages;

    SleepEndpoint(String baseUrl, People people, InstantSource clock, Switches switches) {
        this.people = people;
        this.clock = clock;
        this.switches = switches;
        pages = new Pages(baseUrl + "/1.2/user/-/sleep/list.json");
    }

    void addTo(Routes routes, Gate gate) {
        routes.add("GET", SLEEP + "/list.json", gate.open(worked(this::list), Scope.SLEEP))
                .add("GET", SLEEP + "/date/{date}.json", gate.open(worked(this::date), Scope.SLEEP))
                .add(
                        "GET",
                        SLEEP + "/date/{date}/{end}.json",
                        gate.open(worked(this::range), Scope.SLEEP));
    }

    /** Forgets the pages it has pointed to. */
    void clear() {
        pages.clear();
    }

    /** The call, unless the service says that it is still working on the night. */
    private Gate.Call worked(Gate.Call call) {
        return (request, caller) -> {
            if (!switches.isOn(Switch.SLEEP_PENDING)) {
                return call.answer(request, caller);
            }
            ObjectNode document = Json.object();
            document.putObject("meta").put("retryDuration", 3000).put("state", "pending");
            return Answer.json(switches.isOn(Switch.PENDING_ACCEPTED) ? 202 : 200, document);
        };
    }

    private Answer date(Request request, Caller caller) {
        Shown shown = Shown.of(people, caller, clock);
        LocalDate date = DateRange.one(request, shown.today()).from();
        List<Sleep> sleeps = shown.sleeps(date, date);
        ObjectNode document = logs(caller, sleeps);
        document.set(
                "summary", SleepDocuments.sums(sleeps, switches.isOn(Switch.EMPTY_SLEEP_STAGES)));
        return Answer.json(200, document);
    }

    private Answer range(Request request, Caller caller) {
        Shown shown = Shown.of(people, caller, clock);
        DateRange range = DateRange.of(request, shown.today(), LONGEST_RANGE, switches);
        return Answer.json(200, logs(caller, shown.sleeps(range.from(), range.to())));
    }

    private Answer list(Request request, Caller caller) {
        Shown shown = Shown.of(people, caller, clock);
        Function<Instant, String> local = local(caller);
        return Answer.json(
                200,
                pages.page(
                        request,
                        caller,
                        shown.today(),
                        "sleep",
                        shown.allSleeps(),
                        sleep ->
                                sleep.start()
                                        .atZone(people.zoneAt(caller.user().id(), sleep.start()))
                                        .toLocalDateTime(),
                        sleep -> SleepDocuments.log(sleep, local)));
    }

    private ObjectNode logs(Caller caller, List<Sleep> sleeps) {
        ObjectNode document = Json.object();
        ArrayNode logs = document.putArray("sleep");
        Function<Instant, String> local = local(caller);
        // The newest first, as Fitbit has it.
        sleeps.reversed().forEach(sleep -> logs.add(SleepDocuments.log(sleep, local)));
        return document;
    }

    private Function<Instant, String> local(Caller caller) {
        String id = caller.user().id();
        return at -> LocalTimes.WITHOUT_OFFSET.format(at.atZone(people.zoneAt(id, at)));
    }
}
