package io.pulseline.pipeline.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.pulseline.access.Roles;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.login.CurrentUser;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Dead letters, for operators: looked at without their values, sent again, or given up. */
@Path("/api/operator/dead-letters/{topic}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "operator")
@APIResponse(responseCode = "403", description = "For operators only")
@APIResponse(responseCode = "404", description = "There is no such topic, or no such dead letter")
@APIResponse(responseCode = "503", description = "Kafka does not answer")
class DeadLettersResource {
    private static final int LONGEST_REASON = 500;

    private final DeadLetterDesk desk;
    private final CurrentUser user;

    DeadLettersResource(DeadLetterDesk desk, CurrentUser user) {
        this.desk = desk;
        this.user = user;
    }

    /**
     * All that is told of a message.
     *
     * @param bytes how long it is
     * @param schemaId in the registry; null where the message does not begin with one
     * @param why it is not shown
     */
    record HiddenValue(int bytes, @Nullable Integer schemaId, String why) {
        static HiddenValue of(DeadLetter letter) {
            return new HiddenValue(
                    letter.valueBytes(),
                    letter.schemaId(),
                    "It may hold somebody's health data, which operators do not see.");
        }
    }

    /** What {@link #discard} takes. */
    record Discarding(String reason) {}

    @GET
    @Operation(
            summary = "Dead letters of a topic, without their values (operators)",
            description = "In the order of partitions and offsets, each with its decision if any.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "Names every parameter that is wrong")
    @Parameter(name = "limit", in = ParameterIn.QUERY, ref = "limit")
    @Parameter(name = "after", in = ParameterIn.QUERY, ref = "after")
    public Uni<DeadLetterDesk.Page> page(
            @PathParam("topic") String topic, @Parameter(hidden = true) @Context UriInfo asked) {
        return desk.page(DeadLetterQuestion.read(topic, asked.getQueryParameters()));
    }

    @GET
    @Path("{partition}/{offset}/value")
    @Operation(summary = "Length and schema of a dead letter; never what is in it (operators)")
    @APIResponse(responseCode = "200", description = "What is told of it")
    public Uni<HiddenValue> value(
            @PathParam("topic") String topic,
            @PathParam("partition") int partition,
            @PathParam("offset") long offset) {
        return desk.one(DeadLetterQuestion.known(topic), new Place(partition, offset))
                .map(HiddenValue::of);
    }

    @POST
    @Path("{partition}/{offset}/redrive")
    @Operation(
            summary = "Send a dead letter to where it came from (operators)",
            description =
                    "The same bytes and key, with the header pulseline-redriven. If it fails again"
                            + " it comes back as another dead letter.")
    @APIResponse(responseCode = "200", description = "Kafka has it")
    @APIResponse(responseCode = "409", description = "It has been decided on before")
    public Uni<DeadLetter> redrive(
            @PathParam("topic") String topic,
            @PathParam("partition") int partition,
            @PathParam("offset") long offset) {
        return desk.redrive(
                DeadLetterQuestion.known(topic), new Place(partition, offset), user.id());
    }

    @POST
    @Path("{partition}/{offset}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = Discarding.class)))
    @Operation(
            summary = "Give a dead letter up, and say why (operators)",
            description = "It stays in its topic until retention ends.")
    @APIResponse(responseCode = "200", description = "It is noted")
    @APIResponse(responseCode = "400", description = "The reason is missing")
    @APIResponse(responseCode = "409", description = "It has been decided on before")
    public Uni<DeadLetter> discard(
            @PathParam("topic") String topic,
            @PathParam("partition") int partition,
            @PathParam("offset") long offset,
            byte[] body)
            throws JsonProcessingException {
        DeadLetterTopic known = DeadLetterQuestion.known(topic);
        Form form = Form.read(body).knowsOnly("reason");
        String reason = form.text("reason", LONGEST_REASON);
        form.refuseIfWrong();
        return desk.discard(known, new Place(partition, offset), reason, user.id());
    }
}
