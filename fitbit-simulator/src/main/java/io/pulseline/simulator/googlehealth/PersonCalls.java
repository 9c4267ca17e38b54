package io.pulseline.simulator.googlehealth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import io.pulseline.simulator.truth.Device;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.SimulatedUser;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Identity, profile, settings and paired devices (fact sheet sections 2.1 and 2.2). */
final class PersonCalls {
    private static final String USER = "/google/v4/users/{user}";
    private static final String SERVICE = "HealthProfileService.";
    private static final List<String> FEATURES =
            List.of("STEPS", "HEART_RATE", "SPO2", "ACTIVE_ZONE_MINUTES");

    private final People people;
    private final KnobBoard knobs;
    private final InstantSource clock;

    PersonCalls(People people, KnobBoard knobs, InstantSource clock) {
        this.people = people;
        this.knobs = knobs;
        this.clock = clock;
    }

    void addTo(Routes routes, GoogleGate gate) {
        routes.add(
                        "GET",
                        USER + "/identity",
                        gate.open(
                                SERVICE + "GetIdentity",
                                (_, caller) ->
                                        caller.scopes().stream()
                                                .anyMatch(HealthScope::isForReading),
                                this::identity))
                .add(
                        "GET",
                        USER + "/profile",
                        gate.open(
                                SERVICE + "GetProfile",
                                HealthScope.PROFILE_READONLY,
                                this::profile))
                .add(
                        "GET",
                        USER + "/settings",
                        gate.open(
                                SERVICE + "GetSettings",
                                HealthScope.SETTINGS_READONLY,
                                this::settings))
                .add(
                        "GET",
                        USER + "/pairedDevices",
                        gate.open(
                                SERVICE + "ListPairedDevices",
                                HealthScope.SETTINGS_READONLY,
                                (_, caller) -> devices(caller)))
                .add(
                        "GET",
                        USER + "/pairedDevices/{device}",
                        gate.open(
                                SERVICE + "GetPairedDevice",
                                HealthScope.SETTINGS_READONLY,
                                this::device));
    }

    private Answer identity(Request request, HealthCaller caller) {
        ObjectNode document =
                Json.object()
                        .put("name", "users/me/identity")
                        .put("healthUserId", caller.healthUserId());
        if (!knobs.answers().legacyUserIdAbsent()) {
            document.put("legacyUserId", caller.user().id());
        }
        return GoogleErrors.json(200, document);
    }

    private Answer profile(Request request, HealthCaller caller) {
        SimulatedUser user = caller.user();
        LocalDate today = clock.instant().atZone(user.zone()).toLocalDate();
        ObjectNode document =
                Json.object()
                        .put("name", "users/" + caller.healthUserId() + "/profile")
                        .put("age", Period.between(user.body().born(), today).getYears());
        document.set("membershipStartDate", Encoding.date(user.memberSince()));
        document.put("autoWalkingStrideLengthMm", Math.round(user.body().strideMetres() * 1000));
        return GoogleErrors.json(200, document);
    }

    private Answer settings(Request request, HealthCaller caller) {
        ZoneId zone = caller.user().zone();
        return GoogleErrors.json(
                200,
                Json.object()
                        .put("name", "users/" + caller.healthUserId() + "/settings")
                        .put("timeZone", zone.getId())
                        .put("utcOffset", Encoding.offset(zone, clock.instant()))
                        .put("distanceUnit", "DISTANCE_UNIT_KILOMETERS")
                        .put("weightUnit", "WEIGHT_UNIT_KILOGRAMS")
                        .put("heightUnit", "HEIGHT_UNIT_CENTIMETERS")
                        .put("temperatureUnit", "TEMPERATURE_UNIT_CELSIUS")
                        .put("waterUnit", "WATER_UNIT_ML")
                        .put("glucoseUnit", "GLUCOSE_UNIT_MG_DL")
                        .put("swimUnit", "SWIM_UNIT_METERS")
                        .put("languageLocale", "en_US")
                        .put("autoStrideEnabled", true)
                        .put("strideLengthWalkingType", "STRIDE_LENGTH_TYPE_AUTO")
                        .put("strideLengthRunningType", "STRIDE_LENGTH_TYPE_AUTO")
                        .put("foodLanguageCode", "en-US"));
    }

    private Answer devices(HealthCaller caller) {
        ObjectNode document = Json.object();
        document.putArray("pairedDevices").add(document(caller));
        return GoogleErrors.json(200, document);
    }

    private Answer device(Request request, HealthCaller caller) {
        return request.pathValue("device").equals(caller.user().device().id())
                ? GoogleErrors.json(200, document(caller))
                : GoogleErrors.notFound();
    }

    private ObjectNode document(HealthCaller caller) {
        Device device = caller.user().device();
        Instant synced = people.lastSync(caller.user().id()).truncatedTo(ChronoUnit.SECONDS);
        ObjectNode document =
                Json.object()
                        .put(
                                "name",
                                "users/%s/pairedDevices/%s"
                                        .formatted(caller.healthUserId(), device.id()))
                        .put("deviceType", "TRACKER")
                        .put("deviceVersion", device.name())
                        .put("batteryStatus", battery(device.batteryPercent()))
                        .put("batteryLevel", device.batteryPercent())
                        .put("lastSyncTime", synced.toString())
                        .put("macAddress", device.mac().replaceAll("(..)(?!$)", "$1:"));
        ArrayNode features = document.putArray("features");
        FEATURES.forEach(features::add);
        return document;
    }

    private static String battery(int percent) {
        return percent >= 60 ? "High" : percent >= 20 ? "Medium" : "Low";
    }
}
