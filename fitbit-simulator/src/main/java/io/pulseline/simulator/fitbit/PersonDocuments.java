package io.pulseline.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.truth.Device;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.SimulatedUser;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;

/** Profile and devices (fact sheet sections 4.12 and 4.13). */
final class PersonDocuments {
    private final People people;
    private final InstantSource clock;

    PersonDocuments(People people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    Answer profile(Request request, Caller caller) {
        SimulatedUser user = caller.user();
        Instant now = clock.instant();
        ObjectNode profile =
                Json.object()
                        .put("age", age(user, now))
                        .put("ambassador", false)
                        .put("autoStrideEnabled", true)
                        .put("clockTimeDisplayFormat", "24hour")
                        .put("corporate", false)
                        .put("dateOfBirth", user.body().born().toString())
                        .put("displayName", user.name())
                        .put("displayNameSetting", "name")
                        .put("distanceUnit", "METRIC")
                        .put("encodedId", user.id())
                        .put("fullName", user.name())
                        .put("gender", "NA")
                        .put("height", user.body().heightCentimetres())
                        .put("heightUnit", "METRIC")
                        .put("isChild", false)
                        .put("languageLocale", "en_GB")
                        .put("locale", "en_GB")
                        .put("memberSince", user.memberSince().toString())
                        .put(
                                "offsetFromUTCMillis",
                                user.zone().getRules().getOffset(now).getTotalSeconds() * 1000)
                        .put("sleepTracking", "Normal")
                        .put("startDayOfWeek", "MONDAY")
                        .put("timezone", user.zone().getId())
                        .put("weight", user.body().weightKilograms())
                        .put("weightUnit", "METRIC");
        profile.putArray("topBadges");
        ObjectNode document = Json.object();
        document.set("user", profile);
        return Answer.json(200, document);
    }

    Answer devices(Request request, Caller caller) {
        SimulatedUser user = caller.user();
        Device device = user.device();
        ArrayNode devices = Json.array();
        Instant synced = people.lastSync(user.id());
        ObjectNode one =
                devices.addObject()
                        .put("battery", battery(device.batteryPercent()))
                        .put("batteryLevel", device.batteryPercent())
                        .put("deviceVersion", device.name());
        one.putArray("features");
        one.put("id", device.id())
                .put(
                        "lastSyncTime",
                        LocalTimes.WITHOUT_OFFSET.format(
                                synced.atZone(people.zoneAt(user.id(), synced))))
                .put("mac", device.mac())
                .put("type", "TRACKER");
        return Answer.json(200, devices);
    }

    private static int age(SimulatedUser user, Instant now) {
        return Period.between(user.body().born(), now.atZone(user.zone()).toLocalDate()).getYears();
    }

    private static String battery(int percent) {
        if (percent > 60) {
            return "High";
        }
        return percent > 30 ? "Medium" : "Low";
    }
}
