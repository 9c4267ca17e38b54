package io.pulseline.simulator.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.fault.FitbitErrors;
import io.pulseline.simulator.fault.Switch;
import io.pulseline.simulator.fault.Switches;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.truth.People;
import java.time.InstantSource;
import java.time.LocalDate;

/** HRV, breathing, SpO2, skin temperature and cardio fitness, by date and by range. */
final class NightEndpoints {
    private static final int USUAL_RANGE = 30;
    private static final int ANY_RANGE = 100_000;
    private static final String USER = "/1/user/{user}";

    private final People people;
    private final InstantSource clock;
    private final Switches switches;
    private final Gate gate;

    NightEndpoints(People people, InstantSource clock, Switches switches, Gate gate) {
        this.people = people;
        this.clock = clock;
        this.switches = switches;
        this.gate = gate;
    }

    void addTo(Routes routes) {
        addAll(routes, "/hrv", "hrv", Scope.HEARTRATE, NightDocuments::variabilityRows);
        add(routes, "/hrv", "hrv", Scope.HEARTRATE, NightDocuments::variability);
        addAll(routes, "/br", "br", Scope.RESPIRATORY_RATE, NightDocuments::breathingStages);
        add(routes, "/br", "br", Scope.RESPIRATORY_RATE, NightDocuments::breathing);
        add(routes, "/temp/skin", "tempSkin", Scope.TEMPERATURE, NightDocuments::skinTemperature);
        add(
                routes,
                "/cardioscore",
                "cardioScore",
                Scope.CARDIO_FITNESS,
                NightDocuments::cardioFitness);
        addOxygen(routes);
    }

    private void add(
            Routes routes, String path, String key, Scope scope, NightDocuments.Entry entry) {
        String date = USER + path + "/date/{date}";
        routes.add("GET", date + ".json", gate.open(one(key, entry), scope))
                .add("GET", date + "/{end}.json", gate.open(range(key, entry), scope));
    }

    /** Comes before {@link #add}, or {@code all} would be read as an end. */
    private void addAll(
            Routes routes, String path, String key, Scope scope, NightDocuments.Entry entry) {
        String date = USER + path + "/date/{date}";
        routes.add("GET", date + "/all.json", gate.openIntraday(one(key, entry), scope))
                .add("GET", date + "/{end}/all.json", gate.openIntraday(range(key, entry), scope));
    }

    private void addOxygen(Routes routes) {
        String date = USER + "/spo2/date/{date}";
        Scope scope = Scope.OXYGEN_SATURATION;
        routes.add(
                        "GET",
                        date + "/all.json",
                        gate.openIntraday(oxygen(NightDocuments::oxygenRows), scope))
                .add(
                        "GET",
                        date + "/{end}/all.json",
                        gate.openIntraday(oxygens(NightDocuments::oxygenRows, USUAL_RANGE), scope))
                .add("GET", date + ".json", gate.open(oxygen(NightDocuments::oxygen), scope))
                .add(
                        "GET",
                        date + "/{end}.json",
                        gate.open(oxygens(NightDocuments::oxygen, ANY_RANGE), scope));
    }

    private Gate.Call one(String key, NightDocuments.Entry entry) {
        return (request, caller) -> {
            Shown shown = Shown.of(people, caller, clock);
            return named(key, request, shown, DateRange.one(request, shown.today()), entry);
        };
    }

    private Gate.Call range(String key, NightDocuments.Entry entry) {
        return (request, caller) -> {
            Shown shown = Shown.of(people, caller, clock);
            DateRange range = DateRange.of(request, shown.today(), USUAL_RANGE, switches);
            if (key.equals("cardioScore") && range.to().isAfter(shown.today())) {
                throw new Refused(
                        FitbitErrors.validation("date", "The end date lies in the future"));
            }
            return named(key, request, shown, range, entry);
        };
    }

    private Gate.Call oxygen(NightDocuments.Entry entry) {
        return (request, caller) -> {
            Shown shown = Shown.of(people, caller, clock);
            LocalDate date = DateRange.one(request, shown.today()).from();
            JsonNode found = entry.of(shown, date, Units.of(request));
            return found == null ? noOxygen(date) : Answer.json(200, found);
        };
    }

    private Gate.Call oxygens(NightDocuments.Entry entry, int most) {
        return (request, caller) -> {
            Shown shown = Shown.of(people, caller, clock);
            DateRange range = DateRange.of(request, shown.today(), most, switches);
            return Answer.json(200, entries(request, shown, range, entry));
        };
    }

    private Answer noOxygen(LocalDate date) {
        if (switches.isOn(Switch.EMPTY_SPO2_NOT_FOUND)) {
            return FitbitErrors.notFound();
        }
        if (switches.isOn(Switch.EMPTY_SPO2_ARRAY)) {
            return Answer.json(200, Json.array());
        }
        return Answer.json(
                200,
                switches.isOn(Switch.EMPTY_SPO2_WITHOUT_VALUE)
                        ? Json.object().put("dateTime", date.toString())
                        : Json.object());
    }

    private static Answer named(
            String key, Request request, Shown shown, DateRange range, NightDocuments.Entry entry) {
        ObjectNode document = Json.object();
        document.set(key, entries(request, shown, range, entry));
        return Answer.json(200, document);
    }

    private static ArrayNode entries(
            Request request, Shown shown, DateRange range, NightDocuments.Entry entry) {
        ArrayNode found = Json.array();
        LocalDate last = range.to().isAfter(shown.today()) ? shown.today() : range.to();
        Units units = Units.of(request);
        for (LocalDate date = range.from(); !date.isAfter(last); date = date.plusDays(1)) {
            ObjectNode one = entry.of(shown, date, units);
            if (one != null) {
                one.replace("dateTime", Json.tree(range.textOf(date)));
                found.add(one);
            }
        }
        return found;
    }
}
