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

    /** Whether activities can go there. */
    default boolean takesActivities() {
        return true;
    }

    /** Whether metrics can go there, be it not all of them. */
    default boolean takesMetrics() {
        return true;
    }

    /** Whether deliveries to one target go one by one, in the order in which they were planned. */
    default boolean inOrder() {
        return false;
    }

    /** A secret for users who bring none; empty if this kind does not make its own. */
    Optional<String> newSecret();

    /**
     * What only the user can give, in words: "the API key". Without it the target rests.
     *
     * @return empty if a target with this configuration needs nothing of the kind
     */
    default Optional<String> secretNeeded(JsonNode configuration) {
        return Optional.empty();
    }

    /**
     * Where a configuration leads: equal for those that lead to the same place, though they say
     * other things besides. A text for comparing; it is never shown.
     */
    default String place(JsonNode configuration) {
        return configuration.toString();
    }

    /** What will be sent. Pure: the same input gives the same. */
    Content content(EventType event, Result result, JsonNode configuration);

    /**
     * One attempt. May block as long as the settings allow, so never call it on an event loop.
     *
     * @throws RuntimeException only by our mistake; it is tried again then
     */
    DeliveryOutcome send(Parcel parcel);

    /**
     * Proves that the target can be reached and knows us, and leaves no record there where that is
     * possible. Blocks like {@link #send}.
     */
    DeliveryOutcome test(Recipient recipient);
}
