package io.pulseline.pipeline.target.openmhealth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.NamedUuid;
import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.RecordingMethod;
import io.pulseline.contracts.health.Provenance;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data points of one record while they are gathered. Their header satisfies both families: of
 * Open mHealth {@code data-point-header} 1.2 and of IEEE 1752.1 {@code header} 1.0.
 */
final class DataPoints {
    private final UUID recordId;
    private final String user;
    private final Provenance provenance;
    private final OffsetDateTime captured;
    private final List<ObjectNode> points = new ArrayList<>();

    /**
     * Of the record with that id.
     *
     * @param offset the record's own, in which the header tells when it was captured
     */
    DataPoints(String recordId, String user, Provenance provenance, ZoneOffset offset) {
        this.recordId = UUID.fromString(recordId);
        this.user = user;
        this.provenance = provenance;
        this.captured = Instant.ofEpochMilli(provenance.getCapturedEpochMillis()).atOffset(offset);
    }

    /** Recorded as the record says. */
    void add(SchemaId schema, Body body) {
        add(schema, body, modality());
    }

    /** Recorded in a way that the record does not tell. */
    void addOfUnknownModality(SchemaId schema, Body body) {
        add(schema, body, null);
    }

    private void add(SchemaId schema, Body body, @Nullable String modality) {
        ObjectNode point = JsonNodeFactory.instance.objectNode();
        point.set("header", header(schema, body, modality));
        point.set("body", body.json());
        points.add(point);
    }

    /** A data series: one header, and one body for each value; nothing where there is none. */
    void addSeries(SchemaId schema, List<Body> bodies) {
        if (bodies.isEmpty()) {
            return;
        }
        ObjectNode point = JsonNodeFactory.instance.objectNode();
        point.set("header", header(schema, bodies.getFirst(), modality()));
        ArrayNode series = point.putArray("body");
        bodies.forEach(body -> series.add(body.json()));
        points.add(point);
    }

    List<ObjectNode> all() {
        return List.copyOf(points);
    }

    private ObjectNode header(SchemaId schema, Body body, @Nullable String modality) {
        String id = id(schema, body).toString();
        ObjectNode header = JsonNodeFactory.instance.objectNode().put("uuid", id).put("id", id);
        header.set("schema_id", schema.json());
        header.put("source_creation_date_time", TimeFrame.text(captured))
                .put("creation_date_time", TimeFrame.text(captured));
        ObjectNode acquisition =
                JsonNodeFactory.instance.objectNode().put("source_name", sourceName());
        if (provenance.getProviderRecordId() != null) {
            acquisition.put("source_data_point_id", provenance.getProviderRecordId());
        }
        if (modality != null) {
            header.put("modality", modality);
            acquisition.put("modality", modality);
        }
        header.set("acquisition_provenance", acquisition);
        return header.put("user_id", user);
    }

    /** Of record, schema and time alone, so that a repetition and a correction keep it. */
    private UUID id(SchemaId schema, Body body) {
        Instant start = body.when().start().toInstant();
        return NamedUuid.of(recordId, schema.text() + ":" + start + ":" + body.statistic());
    }

    /** What was worked out is neither sensed nor told by the person. */
    private @Nullable String modality() {
        return switch (provenance.getRecordingMethod()) {
            case RecordingMethod.SENSED -> "sensed";
            case RecordingMethod.MANUAL -> "self-reported";
            case null, default -> null;
        };
    }

    private String sourceName() {
        return switch (provenance.getProvider()) {
            case OpenSets.Provider.FITBIT -> "Fitbit Web API";
            case OpenSets.Provider.GOOGLE_HEALTH -> "Google Health API";
            default -> provenance.getProvider();
        };
    }
}
