package io.pulseline.normalizer.googlehealth;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.contracts.wire.PartBytes;
import io.pulseline.normalizer.record.JsonParts;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.UnmappableException;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * An answer of list, reconcile or dailyRollUp, read as a stream of points: a day of heart rate may
 * have tens of thousands. An empty object is an answer without points. A single point, cut out of
 * an answer, is read as an answer with that point alone.
 */
final class GooglePage {
    /** A page has 10,000 at most; ingest may have put some together. */
    private static final int MOST_POINTS = 200_000;

    private final JsonParser json;
    private final String name;
    private final String key;
    private final Oddities oddities;
    private final Consumer<GooglePoint> sink;
    private int points;
    private boolean recognised;
    private final ObjectNode other = JsonNodeFactory.instance.objectNode();

    private GooglePage(
            JsonParser json, String type, Oddities oddities, Consumer<GooglePoint> sink) {
        this.json = json;
        this.name = type + " part";
        this.key = GooglePoint.key(type);
        this.oddities = oddities;
        this.sink = sink;
    }

    /**
     * Reads a part to its end.
     *
     * @param oddities where points without a value of the part's type are counted
     * @param sink told of each point in the order of the page
     * @throws UnmappableException if it is no page
     */
    static void read(PayloadPart part, Oddities oddities, Consumer<GooglePoint> sink) {
        read(PartBytes.body(part), part.getKind(), oddities, sink);
    }

    /** As above, for bytes at hand. */
    static void read(byte[] bytes, String type, Oddities oddities, Consumer<GooglePoint> sink) {
        try (JsonParser json = JsonParts.parser(bytes)) {
            new GooglePage(json, type, oddities, sink).readTop();
        } catch (IOException e) {
            throw JsonParts.malformed(type + " part", e);
        }
    }

    private void readTop() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new UnmappableException(name + " is not a JSON object");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            readMember(json.currentName(), json.nextToken());
        }
        if (!other.isEmpty() && !recognised) {
            if (!other.path(key).isObject()) {
                throw new UnmappableException(
                        name + " has neither dataPoints nor rollupDataPoints nor " + key);
            }
            take(other);
        }
        if (json.nextToken() != null) {
            throw new UnmappableException(name + " goes on after its end");
        }
    }

    private void readMember(String field, JsonToken value) throws IOException {
        switch (field) {
            case "error" -> throw GoogleJson.anError(name);
            case "dataPoints", "rollupDataPoints" -> {
                recognised = true;
                if (value == JsonToken.START_ARRAY) {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        take(json.readValueAsTree());
                    }
                }
            }
            case "nextPageToken" -> json.skipChildren();
            default -> other.set(field, json.<JsonNode>readValueAsTree());
        }
    }

    private void take(JsonNode point) {
        JsonNode value = point.path(key);
        if (!value.isObject()) {
            oddities.met(Oddity.ROW_UNREADABLE);
        } else if (points == MOST_POINTS) {
            throw new UnmappableException(name + " has more than " + MOST_POINTS + " points");
        } else {
            points++;
            sink.accept(new GooglePoint(point, value));
        }
    }
}
