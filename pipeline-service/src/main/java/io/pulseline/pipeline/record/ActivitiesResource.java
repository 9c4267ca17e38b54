package io.pulseline.pipeline.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.login.CurrentUser;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Activities as the source gave them, in our JSON. */
@Path("/api/activities/{recordId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "activities")
class ActivitiesResource {
    private static final Set<String> SERIES = Set.of("heartRate", "track");

    private final Records records;
    private final Transactions transactions;
    private final CurrentUser user;
    private final String publicUrl;

    ActivitiesResource(
            Records records,
            Transactions transactions,
            CurrentUser user,
            @ConfigProperty(name = "pulseline.public-url") String publicUrl) {
        this.records = records;
        this.transactions = transactions;
        this.user = user;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @GET
    @Operation(summary = "The latest revision of an activity, without its series")
    public Uni<JsonNode> activity(@PathParam("recordId") UUID recordId) {
        return answer(
                recordId,
                stored -> {
                    ObjectNode json = (ObjectNode) RecordJson.tree(stored.activity(), SERIES);
                    String self = publicUrl + "/api/activities/" + recordId;
                    json.putObject("links").put("self", self).put("series", self + "/series");
                    return json;
                });
    }

    @GET
    @Path("series")
    @Operation(summary = "Heart rate and track of an activity, in columns; null where it has none")
    public Uni<JsonNode> series(@PathParam("recordId") UUID recordId) {
        return answer(
                recordId,
                stored -> {
                    ObjectNode json = (ObjectNode) RecordJson.tree(stored.activity(), Set.of());
                    return json.retain("recordId", "revision", "heartRate", "track");
                });
    }

    private Uni<JsonNode> answer(UUID recordId, Function<StoredRecord, JsonNode> view) {
        UUID asking = user.id();
        return transactions
                .read(() -> records.latest(asking, recordId))
                // Unpacking a long series would hold up the event loop.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found ->
                        found.filter(StoredRecord::isActivity)
                                .map(view)
                                .orElseThrow(
                                        () -> new NotFoundException("no activity " + recordId)));
    }
}
