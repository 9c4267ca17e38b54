package io.pulseline.normalizer.preview;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.intake.Mappers;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.PayloadMapper;
import io.pulseline.normalizer.record.UnmappableException;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * A provider's answer in, the records out that it would become. They belong to the caller; nothing
 * is published or kept.
 */
@Path("/api/preview")
@Tag(name = "preview")
class PreviewResource {
    /** What was left out or settled by a rule: {@code row_unreadable=2, time_ambiguous=60}. */
    static final String ODDITIES = "Pulseline-Oddities";

    private final PreviewConfig config;
    private final Caller caller;
    private final Clock clock;

    @Inject
    PreviewResource(PreviewConfig config, Caller caller) {
        this(config, caller, Clock.systemUTC());
    }

    PreviewResource(PreviewConfig config, Caller caller, Clock clock) {
        this.config = config;
        this.caller = caller;
        this.clock = clock;
    }

    /** What may be previewed, and which endpoint each body comes from. */
    @GET
    @Path("/kinds")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What may be previewed, and which answers of the provider are taken")
    @APIResponse(responseCode = "200", description = "Every kind.")
    public List<PreviewKind> kinds() {
        return Mappers.all().stream().map(PreviewKind::of).toList();
    }

    /** The records in our JSON, as an array; oddities are counted in a header. */
    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "See the records that a provider's answer would become",
            description =
                    "The body is the answer as the provider gave it. The records belong to the"
                            + " caller; nothing is published or kept. The header `Pulseline-Oddities`"
                            + " counts what was left out or settled by a rule.")
    @APIResponse(
            responseCode = "200",
            description = "The records in our JSON.",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = JsonNode.class)))
    @APIResponse(responseCode = "400", description = "A parameter is missing or cannot be taken.")
    @APIResponse(responseCode = "413", description = "The body is too large.")
    @APIResponse(responseCode = "422", description = "The body is no such answer.")
    public Response preview(@BeanParam PreviewQuestion question, byte[] body) {
        if (body.length > config.largestBodyBytes()) {
            throw new ClientErrorException(
                    "The body has %d bytes; %d are allowed."
                            .formatted(body.length, config.largestBodyBytes()),
                    Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        PayloadMapper mapper = mapper(question);
        Map<Oddity, Integer> oddities = new EnumMap<>(Oddity.class);
        JsonArray records = new JsonArray();
        for (PayloadCaptured payload :
                mapper.payloadsOf(question.answer(body, caller.id(), clock.instant()))) {
            Mapping mapping = mapper.map(payload);
            mapping.records().forEach(mapped -> records.add(RecordJson.write(mapped.record())));
            mapping.oddities()
                    .forEach((oddity, times) -> oddities.merge(oddity, times, Integer::sum));
        }
        return Response.ok(records.bytes()).header(ODDITIES, words(oddities)).build();
    }

    private static PayloadMapper mapper(PreviewQuestion question) {
        try {
            return Mappers.of(question.requiredProvider(), question.requiredKind());
        } catch (UnmappableException e) {
            boolean known =
                    Mappers.all().stream()
                            .anyMatch(one -> one.provider().equals(question.requiredProvider()));
            throw new WrongParameterException(
                    known ? "kind" : "provider",
                    "must be one of those that GET /api/preview/kinds lists",
                    "There is " + e.getMessage() + "; GET /api/preview/kinds lists what there is.");
        }
    }

    private static String words(Map<Oddity, Integer> oddities) {
        return oddities.entrySet().stream()
                .map(oddity ->
                        oddity.getKey().name().toLowerCase(Locale.ROOT) + "=" + oddity.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Documents in brackets; each is written once and never parsed again. */
    private static final class JsonArray {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        void add(byte[] document) {
            bytes.write(bytes.size() == 0 ? '[' : ',');
            bytes.writeBytes(document);
        }

        byte[] bytes() {
            return bytes.size() == 0
                    ? "[]".getBytes(StandardCharsets.UTF_8)
                    : closed().toByteArray();
        }

        private ByteArrayOutputStream closed() {
            bytes.write(']');
            return bytes;
        }
    }
}
