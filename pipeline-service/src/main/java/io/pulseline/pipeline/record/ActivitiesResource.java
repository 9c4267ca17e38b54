package io.pulseline.pipeline.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.login.CurrentUser;
import io.pulseline.pipeline.preference.Preference;
import io.pulseline.pipeline.preference.Preferences;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Activities as the source gave them, in our JSON. */
@Path("/api/activities/{recordId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "activities")
class ActivitiesResource {
    private static final Set<String> SERIES = Set.of("heartRate", "track");

    private final Records records;
    private final Preferences preferences;
    private final Transactions transactions;
    private final CurrentUser user;
    private final String publicUrl;

    ActivitiesResource(
            Records records,
            Preferences preferences,
            Transactions transactions,
            CurrentUser user,
            @ConfigProperty(name = "pulseline.public-url") String publicUrl) {
        this.records = records;
        this.preferences = preferences;
        this.transactions = transactions;
        this.user = user;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @GET
    @Operation(
            summary = "The latest revision of an activity, without its series",
            description =
                    "`sameWorkout` names the user's other activities that devices measured at the"
                            + " same time (80 % overlap), and which of them `counts` in history.")
    @APIResponse(responseCode = "200", description = "The activity.")
    @APIResponse(responseCode = "404", description = "The user has no such activity.")
    public Uni<JsonNode> activity(@PathParam("recordId") UUID recordId) {
        UUID asking = user.id();
        return answer(
                recordId,
                () ->
                        latest(asking, recordId)
                                .chain(found ->
                                        found.isEmpty()
                                                ? Uni.createFrom().item(Optional.empty())
                                                : around(found.get()).map(Optional::of)),
                around -> {
                    ObjectNode json =
                            (ObjectNode) RecordJson.tree(around.stored().activity(), SERIES);
                    json.putPOJO("sameWorkout", around.sameWorkout());
                    String self = publicUrl + "/api/activities/" + recordId;
                    json.putObject("links").put("self", self).put("series", self + "/series");
                    return json;
                });
    }

    @GET
    @Path("series")
    @Operation(summary = "Heart rate and track of an activity, in columns; null where it has none")
    @APIResponse(responseCode = "200", description = "Both.")
    @APIResponse(responseCode = "404", description = "The user has no such activity.")
    public Uni<JsonNode> series(@PathParam("recordId") UUID recordId) {
        UUID asking = user.id();
        return answer(
                recordId,
                () -> latest(asking, recordId),
                stored -> {
                    ObjectNode json = (ObjectNode) RecordJson.tree(stored.activity(), Set.of());
                    return json.retain("recordId", "revision", "heartRate", "track");
                });
    }

    private Uni<Optional<StoredRecord>> latest(UUID asking, UUID recordId) {
        return records.latest(asking, recordId)
                .map(found -> found.filter(StoredRecord::isActivity));
    }

    /** An activity and what may be the same workout. */
    private record Around(StoredRecord stored, List<KeptActivity> near, Preference preference) {
        List<SameWorkout> sameWorkout() {
            return SameWorkout.of(stored.recordId(), near, preference.preferredProvider());
        }
    }

    private Uni<Around> around(StoredRecord stored) {
        return near(stored)
                .chain(near ->
                        // It is among them itself.
                        near.size() < 2
                                ? Uni.createFrom()
                                        .item(new Around(stored, List.of(), Preference.NONE))
                                : preferences
                                        .of(stored.user())
                                        .map(own -> new Around(stored, near, own)));
    }

    /** One that lasts longer by more than a fourth is not the same workout. */
    private Uni<List<KeptActivity>> near(StoredRecord stored) {
        Instant start = stored.startedAt();
        Instant end = stored.endedAt();
        return start == null || end == null || stored.deleted()
                ? Uni.createFrom().item(List.of())
                : records.activities(stored.user(), start.minus(Duration.between(start, end)), end);
    }

    private <T> Uni<JsonNode> answer(
            UUID recordId, Supplier<Uni<Optional<T>>> work, Function<T, JsonNode> view) {
        return transactions
                .read(work)
                // Unpacking a long series would hold up the event loop.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found ->
                        found.map(view)
                                .orElseThrow(
                                        () -> new NotFoundException("no activity " + recordId)));
    }
}
