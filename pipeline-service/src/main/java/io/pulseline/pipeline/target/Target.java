package io.pulseline.pipeline.target;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Part;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.Optional;
import java.util.Set;

/** A kind of place where results go. */
public interface Target extends Part {
    /**
     * The choice with these values, which are right as far as the settings can tell. What the
     * target alone can see is noted in the form.
     */
    TargetChoice configured(Values values, Form form);

    /** The choice in what a user sent; empty if that is wrong, which the form then says. */
    default Optional<TargetChoice> read(Form configuration) {
        return settings().made(configuration, this::configured);
    }

    /** Results can go anywhere, whatever the activity has. */
    @Override
    default Set<Need> needs() {
        return Set.of();
    }

    @Override
    default Tier tier() {
        return Tier.HOBBYIST;
    }

    /** A secret for users who bring none; empty if this kind needs none. */
    Optional<String> newSecret();

    /**
     * Where a configuration leads: equal for those that lead to the same place, though they say
     * other things besides. A text for comparing; it is never shown.
     */
    default String place(JsonNode configuration) {
        return configuration.toString();
    }

    /** What will be sent, byte for byte the same in every attempt. */
    byte[] content(EventType event, Result result, JsonNode configuration);

    /** One attempt. May block as long as the settings allow, so never call it on an event loop. */
    DeliveryOutcome send(Parcel parcel);
}
