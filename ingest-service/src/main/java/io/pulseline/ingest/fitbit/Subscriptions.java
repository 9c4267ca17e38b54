package io.pulseline.ingest.fitbit;

import io.pulseline.ingest.connection.ProviderAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions to Fitbit's notifications. Their ids are made of the Fitbit user's id, so that
 * creating them again meets the same ones, whichever of our users or replicas does it.
 */
@ApplicationScoped
class Subscriptions {
    /** Taking the consent back needs no scope of its own. */
    private static final List<Wanted> ALL =
            List.of(
                    new Wanted("activities", "activity"),
                    new Wanted("sleep", "sleep"),
                    new Wanted("userRevokedAccess", null));

    private final FitbitHttp http;

    Subscriptions(FitbitHttp http) {
        this.http = http;
    }

    private record Wanted(String collection, @Nullable String scope) {}

    /** Given means: whatever the scopes allow is subscribed. */
    ProviderAnswer<Boolean> create(String accessToken, String owner, Set<String> granted) {
        ProviderAnswer<Boolean> last = new ProviderAnswer.Given<>(true);
        for (Wanted wanted : ALL) {
            boolean allowed = wanted.scope() == null || granted.contains(wanted.scope());
            if (allowed && last instanceof ProviderAnswer.Given<Boolean>) {
                last = create(accessToken, owner, wanted.collection());
            }
        }
        return last;
    }

    private ProviderAnswer<Boolean> create(String accessToken, String owner, String collection) {
        String path =
                "/1/user/-/" + collection + "/apiSubscriptions/" + id(owner, collection) + ".json";
        // 201: made. 200: was there. 409: there under another id, perhaps of an earlier version of
        // us; it rings all the same.
        return http.post(accessToken, path, 409).then(_ -> new ProviderAnswer.Given<>(true));
    }

    /** At most 50 characters; Fitbit's user ids have 6. */
    static String id(String owner, String collection) {
        return owner + "-" + collection;
    }
}
