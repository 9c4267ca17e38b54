package io.pulseline.localstack.subscriber;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Makes a subscriber as it is wished, and leaves alone what is right already. */
final class Application {
    private final SubscriberApi api;
    private final ApiBase base;
    private final SentSecrets secrets;

    Application(SubscriberApi api, ApiBase base, SentSecrets secrets) {
        this.api = api;
        this.base = base;
        this.secrets = secrets;
    }

    /**
     * Creates what is missing, changes what differs.
     *
     * @param resend whether the secret is sent although it was sent before
     * @throws GoogleRefusedException if Google does not want to; then nothing was changed
     */
    Applied apply(SubscriberName name, SubscriberWish wish, boolean resend) {
        Optional<KnownSubscriber> known = api.find(name);
        if (known.isPresent()) {
            return change(name, wish, known.get(), resend);
        }
        try {
            Optional<KnownSubscriber> created = api.create(name, wish);
            secrets.remember(base, name, wish.secret());
            return new Applied.Created(created.orElseGet(() -> shown(name)));
        } catch (GoogleRefusedException e) {
            if (!e.isConflict()) {
                throw e;
            }
            // Somebody else made it in between.
            KnownSubscriber other = api.find(name).orElseThrow(() -> e);
            return change(name, wish, other, resend);
        }
    }

    private Applied change(
            SubscriberName name, SubscriberWish wish, KnownSubscriber known, boolean resend) {
        boolean isSecretKnown = !resend && secrets.isLast(base, name, wish.secret());
        Set<SubscriberPart> parts = EnumSet.noneOf(SubscriberPart.class);
        parts.addAll(known.differencesFrom(wish, isSecretKnown));
        if (parts.isEmpty()) {
            return new Applied.Unchanged(known);
        }
        Optional<KnownSubscriber> changed = api.change(name, wish, parts);
        if (parts.contains(SubscriberPart.SECRET)) {
            secrets.remember(base, name, wish.secret());
        }
        return new Applied.Changed(changed.orElseGet(() -> shown(name)), parts);
    }

    /** Where the answer did not say how it is now. */
    private KnownSubscriber shown(SubscriberName name) {
        return api.find(name)
                .orElseThrow(() ->
                        new SubscriberException(
                                "Google took " + name + " and does not show it yet",
                                "look in a minute with: ./pulseline subscriber show"));
    }
}
