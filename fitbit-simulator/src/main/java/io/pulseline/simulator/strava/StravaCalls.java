package io.pulseline.simulator.strava;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.MultipartForm;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import io.pulseline.simulator.strava.StravaUpload.Sent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Uploads and activities (fact sheet section 1). Wrong fields are refused, as nowhere else. */
final class StravaCalls {
    /** All of them, section 1.5. */
    private static final Set<String> SPORT_TYPES =
            Set.of(
                    ("AlpineSki,BackcountrySki,Badminton,Canoeing,Crossfit,EBikeRide,EMountainBikeRide,"
                                    + "Elliptical,Golf,GravelRide,Handcycle,HighIntensityIntervalTraining,Hike,"
                                    + "IceSkate,InlineSkate,Kayaking,Kitesurf,MountainBikeRide,NordicSki,"
                                    + "Pickleball,Pilates,Racquetball,Ride,RockClimbing,RollerSki,Rowing,Run,"
                                    + "Sail,Skateboard,Snowboard,Snowshoe,Soccer,Squash,StairStepper,"
                                    + "StandUpPaddling,Surfing,Swim,TableTennis,Tennis,TrailRun,Velomobile,"
                                    + "VirtualRide,VirtualRow,VirtualRun,Walk,WeightTraining,Wheelchair,"
                                    + "Windsurf,Workout,Yoga")
                            .split(",", -1));

    private static final int FILE_LIMIT = 25 << 20;

    private final StravaBook book;

    StravaCalls(StravaBook book) {
        this.book = book;
    }

    void addTo(Routes routes, StravaGate gate) {
        StravaScope write = StravaScope.ACTIVITY_WRITE;
        routes.add(
                        "GET",
                        "/strava/api/v3/athlete",
                        gate.reading(
                                StravaScope.READ,
                                (_, athlete) ->
                                        StravaErrors.json(200, StravaGate.document(athlete))))
                .add("POST", "/strava/api/v3/uploads", gate.uploading(write, this::upload))
                .add("GET", "/strava/api/v3/uploads/{id}", gate.reading(write, this::poll))
                .add("PUT", "/strava/api/v3/activities/{id}", gate.reading(write, this::change));
    }

    private Answer upload(Request request, Athlete athlete) {
        MultipartForm form;
        try {
            form = MultipartForm.read(request);
        } catch (IllegalArgumentException e) {
            return StravaErrors.badRequest("Upload", "multipart", String.valueOf(e.getMessage()));
        }
        var file = form.part("file").filter(part -> part.fileName() != null);
        String type = form.text("data_type").orElse("");
        if (file.isEmpty()) {
            return StravaErrors.badRequest("Upload", "file", "empty");
        }
        if (!type.equals("fit") && !type.equals("fit.gz")) {
            return StravaErrors.badRequest("Upload", "data_type", "invalid");
        }
        if (isBadFlag(form, "trainer") || isBadFlag(form, "commute")) {
            return StravaErrors.badRequest("Upload", "trainer", "invalid");
        }
        byte[] bytes = type.equals("fit") ? file.get().bytes() : unzipped(file.get().bytes());
        Sent sent =
                new Sent(
                        bytes,
                        String.valueOf(file.get().fileName()),
                        form.text("external_id").orElse(null),
                        form.text("name").orElse(null),
                        form.text("description").orElse(null),
                        form.text("trainer").orElse("").equals("1"),
                        form.text("commute").orElse("").equals("1"));
        return StravaErrors.json(201, document(book.take(athlete, sent)));
    }

    private static boolean isBadFlag(MultipartForm form, String name) {
        return !form.text(name).map(value -> value.equals("0") || value.equals("1")).orElse(true);
    }

    /** Empty where it is no gzip: that is a file nobody can read. */
    private static byte[] unzipped(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readNBytes(FILE_LIMIT);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private Answer poll(Request request, Athlete athlete) {
        return id(
                request,
                "Upload",
                id ->
                        book.poll(athlete, id)
                                .map(upload -> StravaErrors.json(200, document(upload)))
                                .orElseGet(() -> StravaErrors.notFound("Upload")));
    }

    /** Fields of a change, in Strava's spelling; others are refused. */
    record ChangeBody(
            @Nullable String name,
            @Nullable String description,
            @JsonProperty("sport_type") @Nullable String sportType,
            @JsonProperty("gear_id") @Nullable String gearId,
            @Nullable Boolean trainer,
            @Nullable Boolean commute,
            @JsonProperty("hide_from_home") @Nullable Boolean hideFromHome) {}

    private Answer change(Request request, Athlete athlete) {
        ChangeBody body;
        try {
            body = Json.read(request.body(), ChangeBody.class);
        } catch (IllegalArgumentException e) {
            return StravaErrors.badRequest("Activity", "body", String.valueOf(e.getMessage()));
        }
        if (body.sportType() != null && !SPORT_TYPES.contains(body.sportType())) {
            return StravaErrors.badRequest("Activity", "sport_type", "invalid");
        }
        StravaActivity.Change change =
                new StravaActivity.Change(
                        body.name(),
                        body.description(),
                        body.sportType(),
                        body.trainer(),
                        body.commute(),
                        body.hideFromHome());
        return id(
                request,
                "Activity",
                id ->
                        book.change(athlete, id, change)
                                .map(activity -> StravaErrors.json(200, document(activity)))
                                .orElseGet(() -> StravaErrors.notFound("Activity")));
    }

    private static Answer id(Request request, String resource, Function<Long, Answer> found) {
        try {
            return found.apply(Long.parseLong(request.pathValue("id")));
        } catch (NumberFormatException e) {
            return StravaErrors.notFound(resource);
        }
    }

    private static ObjectNode document(StravaUpload upload) {
        return Json.object()
                .put("id", upload.id())
                .put("id_str", Long.toString(upload.id()))
                .put("external_id", upload.sent().externalId())
                .put("error", upload.error())
                .put("status", upload.status())
                .put("activity_id", upload.activityId());
    }

    private static ObjectNode document(StravaActivity activity) {
        return Json.object()
                .put("id", activity.id())
                .put("external_id", activity.externalId())
                .put("name", activity.name())
                .put("description", activity.description())
                .put("sport_type", activity.sportType())
                .put("trainer", activity.trainer())
                .put("commute", activity.commute())
                .put("hide_from_home", activity.hideFromHome());
    }
}
