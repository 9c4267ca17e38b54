package io.pulseline.pipeline.target;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.pipeline.form.Form;
import java.util.Optional;

/** A kind of place where results go. */
public interface Target {
    /** As pipelines and runs call it, for example {@code webhook}. */
    String id();

    /** Reads a user's settings; notes in the form what is wrong with them. */
    TargetChoice chosen(Form configuration);

    /** A secret for users who bring none; empty if this kind needs none. */
    Optional<String> newSecret();

    /** What will be sent, byte for byte the same in every attempt. */
    byte[] content(EventType event, BoostedActivity boosted, JsonNode configuration);

    /** One attempt. May block as long as the settings allow, so never call it on an event loop. */
    DeliveryOutcome send(Parcel parcel);
}
