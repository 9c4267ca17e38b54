package io.pulseline.simulator.intervals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.fit.FitActivity;
import io.pulseline.simulator.fit.NotAnActivityException;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.MultipartForm;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Uploads and activities (fact sheet section 3.2). */
final class ActivityCalls {
    private static final int LONGEST_NAME = 80;
    private static final Set<String> TYPES =
            Set.of(
                    "Ride",
                    "VirtualRide",
                    "Run",
                    "TrailRun",
                    "VirtualRun",
                    "Walk",
                    "Hike",
                    "Swim",
                    "Rowing",
                    "Elliptical",
                    "WeightTraining",
                    "HighIntensityIntervalTraining",
                    "Crossfit",
                    "Yoga",
                    "Pilates",
                    "Workout");

    private final IntervalsBook book;
    private final Supplier<IntervalsKnobs> knobs;

    ActivityCalls(IntervalsBook book, Supplier<IntervalsKnobs> knobs) {
        this.book = book;
        this.knobs = knobs;
    }

    void addTo(Routes routes, IntervalsGate gate) {
        String activities = Intervals.API + "/athlete/{athlete}/activities";
        String activity = Intervals.API + "/activity/{id}";
        routes.add("POST", activities, gate.own(this::upload))
                .add("GET", activities, gate.own(this::list))
                .add("PUT", activity, gate.any(this::change))
                .add("DELETE", activity, gate.any(this::delete));
    }

    private Answer upload(Request request, String athlete) {
        if (!request.header("Content-Type").orElse("").startsWith("multipart/form-data")) {
            return Answer.empty(308).with("Location", request.path() + "/");
        }
        MultipartForm.Part part = MultipartForm.read(request).part("file").orElse(null);
        if (part == null || part.fileName() == null) {
            return IntervalsErrors.invalid("No file");
        }
        String name = request.query().textOrNull("name");
        if (isTooLong(name)) {
            return IntervalsErrors.invalid("Name is too long");
        }
        FitActivity file;
        try {
            file = FitActivity.read(part.bytes());
        } catch (NotAnActivityException e) {
            return IntervalsErrors.invalid(IntervalsWords.complaint(e.reason()));
        }
        if (file.elapsedSeconds() == null) {
            return IntervalsErrors.invalid(IntervalsWords.INCOMPLETE_SESSION);
        }
        return Answer.json(
                201,
                document(
                        book.add(
                                athlete,
                                file,
                                name,
                                request.query().textOrNull("description"),
                                request.query().textOrNull("external_id"))));
    }

    private Answer list(Request request, String athlete) {
        ArrayNode list = Json.array();
        try {
            LocalDate oldest = LocalDate.parse(request.query().first("oldest").orElse(""));
            LocalDate newest =
                    request.query().first("newest").map(LocalDate::parse).orElse(LocalDate.MAX);
            book.between(athlete, oldest, newest).forEach(found -> list.add(document(found)));
        } catch (DateTimeException e) {
            return IntervalsErrors.invalid("oldest and newest must be dates");
        }
        return Answer.json(200, list);
    }

    private Answer change(Request request, String athlete) {
        IntervalsActivity.Change change = Json.read(request.body(), IntervalsActivity.Change.class);
        if (isTooLong(change.name())) {
            return IntervalsErrors.invalid("Name is too long");
        }
        if (change.type() != null && !TYPES.contains(change.type())) {
            return IntervalsErrors.invalid("Unknown type");
        }
        return book.change(athlete, request.pathValue("id"), change)
                .map(activity -> Answer.json(200, document(activity)))
                .orElseGet(() -> IntervalsErrors.notFound("Activity"));
    }

    private Answer delete(Request request, String athlete) {
        return book.delete(athlete, request.pathValue("id"))
                .map(activity -> Answer.json(200, id(Json.object(), activity)))
                .orElseGet(() -> IntervalsErrors.notFound("Activity"));
    }

    private static boolean isTooLong(@Nullable String name) {
        return name != null && name.codePointCount(0, name.length()) > LONGEST_NAME;
    }

    private ObjectNode id(ObjectNode document, IntervalsActivity activity) {
        return knobs.get().numericIds()
                ? document.put("id", Long.parseLong(activity.id().substring(1)))
                : document.put("id", activity.id());
    }

    private ObjectNode document(IntervalsActivity activity) {
        FitActivity file = activity.file();
        Double elapsed = file.elapsedSeconds();
        ObjectNode document =
                id(Json.object(), activity)
                        .put("icu_athlete_id", activity.athlete())
                        .put("name", activity.name())
                        .put("description", activity.description())
                        .put("type", activity.type())
                        .put("start_date_local", file.localStart().toString())
                        .put("elapsed_time", elapsed == null ? null : Math.round(elapsed))
                        .put("distance", file.distanceMetres())
                        .put("average_heartrate", file.averageHeartRate());
        if (knobs.get().tellsInstants()) {
            document.put("start_date", file.start().toString());
        }
        if (knobs.get().tellsExternalIds()) {
            document.put("external_id", activity.externalId());
        }
        return document;
    }
}
