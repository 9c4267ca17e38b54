package io.pulseline.simulator.fitbit;

import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.truth.People;
import java.time.InstantSource;
import java.time.LocalDate;

/** {@code GET /1/user/-/activities/list.json} (fact sheet section 4.1). */
final class ActivityList {
    private final String baseUrl;
    private final People people;
    private final InstantSource clock;
    private final Pages pages;

    ActivityList(String baseUrl, People people, InstantSource clock) {
        this.baseUrl = baseUrl;
        this.people = people;
        this.clock = clock;
        pages = new Pages(baseUrl + "/1/user/-/activities/list.json");
    }

    Answer answer(Request request, Caller caller) {
        LocalDate today = clock.instant().atZone(caller.user().zone()).toLocalDate();
        Units units = Units.of(request);
        return Answer.json(
                200,
                pages.page(
                        request,
                        caller,
                        today,
                        "activities",
                        people.activities(caller.user().id()),
                        activity -> activity.localStart().toLocalDateTime(),
                        activity -> ActivityLog.document(baseUrl, caller, activity, units)));
    }

    /** Forgets the pages it has pointed to. */
    void clear() {
        pages.clear();
    }
}
