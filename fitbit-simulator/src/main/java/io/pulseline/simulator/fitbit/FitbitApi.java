package io.pulseline.simulator.fitbit;

import io.pulseline.simulator.fault.FitbitErrors;
import io.pulseline.simulator.fault.Switches;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Handler;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import io.pulseline.simulator.notify.Notifier;
import io.pulseline.simulator.notify.Subscriptions;
import io.pulseline.simulator.oauth.AuthorizePage;
import io.pulseline.simulator.oauth.Consents;
import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.oauth.TokenEndpoint;
import io.pulseline.simulator.truth.People;
import java.time.InstantSource;

/** Every path of the Fitbit side; what is not here is 404. */
public final class FitbitApi implements Handler {
    private static final String ACTIVITIES = "/1/user/{user}/activities";
    private static final String HEART = "/1/user/{user}/activities/heart/date/{date}/{end}/{level}";

    private final Routes routes = new Routes();
    private final Gate gate;
    private final ActivityList activityList;
    private final SleepEndpoint sleep;

    public FitbitApi(
            String baseUrl,
            InstantSource clock,
            People people,
            Consents consents,
            Switches switches,
            Subscriptions subscriptions,
            Notifier notifier) {
        gate = new Gate(consents, people, switches, clock);
        activityList = new ActivityList(baseUrl, people, clock);
        sleep = new SleepEndpoint(baseUrl, people, clock, switches);
        addPerson(people, clock);
        addHeart(people, clock, switches);
        addSeries(people, clock, switches);
        sleep.addTo(routes, gate);
        new NightEndpoints(people, clock, switches, gate).addTo(routes);
        addSubscriptions(new SubscriptionEndpoint(subscriptions, notifier, gate));
    }

    /** Adds the pages and calls of the authorization server. */
    public FitbitApi with(AuthorizePage page, TokenEndpoint tokens) {
        routes.add("GET", "/oauth2/authorize", page::show)
                .add("POST", "/oauth2/authorize", page::decide)
                .add("POST", "/oauth2/token", tokens::token)
                .add("POST", "/oauth2/revoke", tokens::revoke)
                .add(
                        "POST",
                        "/1.1/oauth2/introspect",
                        gate.authenticated((request, _) -> tokens.introspect(request)));
        return this;
    }

    @Override
    public Answer answer(Request request) {
        return routes.answer(request).orElseGet(FitbitErrors::notFound);
    }

    /** The requests of each user. */
    public Usage usage() {
        return gate.usage();
    }

    /** Answers 410 for that person from now on, as for everybody once the Web API is turned off. */
    public void closeFor(String userId) {
        gate.closeFor(userId);
    }

    /** Forgets budgets and pages. */
    public void clear() {
        gate.clear();
        activityList.clear();
        sleep.clear();
    }

    private void addPerson(People people, InstantSource clock) {
        PersonDocuments person = new PersonDocuments(people, clock);
        TcxEndpoint tcx = new TcxEndpoint(people, clock);
        Handler list = gate.open(activityList::answer, Scope.ACTIVITY);
        routes.add("GET", "/1/user/{user}/profile.json", gate.open(person::profile, Scope.PROFILE))
                .add(
                        "GET",
                        "/1/user/{user}/devices.json",
                        gate.open(person::devices, Scope.SETTINGS))
                .add("GET", "/1/user/{user}/activities/list.json", list)
                .add("GET", "/1.1/user/{user}/activities/list.json", list)
                .add(
                        "GET",
                        "/1/user/{user}/activities/{logId}.tcx",
                        gate.open(tcx::answer, Scope.ACTIVITY, Scope.LOCATION))
                .add(
                        "GET",
                        ACTIVITIES + "/date/{date}.json",
                        gate.open(new DaySummary(people, clock)::answer, Scope.ACTIVITY));
    }

    private void addHeart(People people, InstantSource clock, Switches switches) {
        HeartRateIntraday heart = new HeartRateIntraday(people, clock, switches);
        DailySeries daily = new DailySeries(people, clock, switches, gate);
        routes.add(
                        "GET",
                        ACTIVITIES + "/heart/date/{date}/{end}.json",
                        gate.open(daily::heart, Scope.HEARTRATE))
                .add("GET", HEART + ".json", gate.openSeries(heart::wholeDay, Scope.HEARTRATE))
                .add(
                        "GET",
                        HEART + "/time/{startTime}/{endTime}.json",
                        gate.openSeries(heart::window, Scope.HEARTRATE));
    }

    private void addSeries(People people, InstantSource clock, Switches switches) {
        DailySeries daily = new DailySeries(people, clock, switches, gate);
        ActivityIntraday intraday = new ActivityIntraday(people, clock, switches);
        ZoneMinutesSeries zones = new ZoneMinutesSeries(people, clock, switches, gate);
        WeightEndpoint weight = new WeightEndpoint(people, clock, switches);
        String zoneMinutes = ACTIVITIES + "/active-zone-minutes/date/{date}/{end}";
        String series = ACTIVITIES + "/{resource}/date/{date}/{end}";
        String weights = "/1/user/{user}/body/log/weight/date/{date}";
        routes.add("GET", zoneMinutes + ".json", gate.open(zones::series, Scope.ACTIVITY))
                .add(
                        "GET",
                        zoneMinutes + "/{level}.json",
                        gate.openIntraday(zones::byTheMinute, Scope.ACTIVITY))
                .add("GET", series + ".json", gate.open(daily::series, Scope.ACTIVITY))
                .add(
                        "GET",
                        ACTIVITIES + "/tracker/{resource}/date/{date}/{end}.json",
                        gate.open(daily::trackerSeries, Scope.ACTIVITY))
                .add(
                        "GET",
                        series + "/{level}.json",
                        gate.openSeries(intraday::wholeDay, Scope.ACTIVITY))
                .add(
                        "GET",
                        series + "/{level}/time/{startTime}/{endTime}.json",
                        gate.openSeries(intraday::window, Scope.ACTIVITY))
                .add("GET", weights + ".json", gate.open(weight::date, Scope.WEIGHT))
                .add("GET", weights + "/{end}.json", gate.open(weight::range, Scope.WEIGHT));
    }

    private void addSubscriptions(SubscriptionEndpoint calls) {
        String all = "/1/user/{user}/apiSubscriptions";
        String named = "/1/user/{user}/{collection}/apiSubscriptions";
        routes.add("POST", all + "/{subscriptionId}.json", gate.open(calls.all(calls::create)))
                .add("DELETE", all + "/{subscriptionId}.json", gate.open(calls.all(calls::delete)))
                .add("GET", all + ".json", gate.open(calls.all(calls::list)))
                .add(
                        "POST",
                        named + "/{subscriptionId}.json",
                        gate.open(calls.named(calls::create)))
                .add(
                        "DELETE",
                        named + "/{subscriptionId}.json",
                        gate.open(calls.named(calls::delete)))
                .add("GET", named + ".json", gate.open(calls.named(calls::list)));
    }
}
