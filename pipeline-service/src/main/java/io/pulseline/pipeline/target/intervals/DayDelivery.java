package io.pulseline.pipeline.target.intervals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.Parcel;
import io.pulseline.pipeline.target.http.HttpAnswer;
import java.time.Clock;

/** Brings fields of days there. The same twice is no harm; the remote id is the date. */
final class DayDelivery {
    private final IntervalsApi api;
    private final Clock clock;

    DayDelivery(IntervalsApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** One attempt; one request, or two where the date has changed. */
    DeliveryOutcome send(Parcel parcel, Letter letter, IntervalsApi.Door door) {
        String before = parcel.remoteId();
        if (parcel.event() == EventType.DELETED) {
            // A deleted nap was never there, and must not empty the fields of the night.
            return before == null
                    ? new DeliveryOutcome.Accepted()
                    : put(before, letter.wellness(), door);
        }
        // A night that turns out to have ended on another date must not count on both.
        if (before != null && !before.equals(letter.date())) {
            DeliveryOutcome emptied = put(before, cleared(letter.wellness()), door);
            if (!(emptied instanceof DeliveryOutcome.Accepted)) {
                return emptied;
            }
        }
        return put(letter.date(), letter.wellness(), door);
    }

    private DeliveryOutcome put(String date, JsonNode fields, IntervalsApi.Door door) {
        HttpAnswer answer = Answers.meant(api.wellness(door, date, fields));
        return Answers.isSuccess(answer)
                ? new DeliveryOutcome.Accepted(date)
                : Answers.failed(answer, clock.instant());
    }

    private static ObjectNode cleared(JsonNode fields) {
        ObjectNode cleared = JsonNodeFactory.instance.objectNode();
        fields.fieldNames().forEachRemaining(name -> cleared.put(name, WellnessField.CLEARED));
        return cleared;
    }
}
