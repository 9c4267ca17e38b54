package io.pulseline.localstack.subscriber;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What was done so that the subscriber is as wished. */
sealed interface Applied {
    /** As Google shows it now. */
    KnownSubscriber subscriber();

    /** There was none. */
    record Created(KnownSubscriber subscriber) implements Applied {}

    /** These parts were not as wished, or nobody could tell. */
    record Changed(KnownSubscriber subscriber, Set<SubscriberPart> parts) implements Applied {
        public Changed {
            parts = Collections.unmodifiableSet(EnumSet.copyOf(parts));
        }
    }

    /** Nothing was to be done. */
    record Unchanged(KnownSubscriber subscriber) implements Applied {}
}
