package io.pulseline.ingest.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.ingest.connection.ProviderAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions to Fitbit's notifications. Their ids are made of the Fitbit user's id, so that
 * creating them again meets the same ones, whichever of our users or replicas does it. Those with
 * other ids are somebody else's and are left alone; where they ring us already, none is added.
 */
@ApplicationScoped
class Subscriptions {
    private static final Logger LOG = Logger.getLogger(Subscriptions.class);

    /** Taking the consent back needs no scope of its own. */
    private static final List<Wanted> ALL =
            List.of(
                    new Wanted("activities", Scopes.ACTIVITY),
                    new Wanted("sleep", Scopes.SLEEP),
                    new Wanted("body", Scopes.WEIGHT),
                    new Wanted("userRevokedAccess", null));

    /** Collection type of a subscription to everything. */
    private static final String EVERYTHING = "user";

    private final FitbitHttp http;
    private final ObjectMapper json = new ObjectMapper();

    Subscriptions(FitbitHttp http) {
        this.http = http;
    }

    private record Wanted(String collection, @Nullable String scope) {
        boolean isAllowedBy(Set<String> granted) {
            return scope == null || granted.contains(scope);
        }
    }

    /** A subscription as Fitbit lists it. */
    private record Listed(String collection, String id) {}

    /**
     * Creates what is missing and removes ours that the scopes allow no more. Given tells whether
     * all that they allow is in place.
     */
    ProviderAnswer<Boolean> reconcile(String accessToken, String owner, Set<String> granted) {
        return list(accessToken, granted)
                .then(listed -> {
                    removeUnwanted(accessToken, owner, granted, listed);
                    return createMissing(accessToken, owner, granted, listed);
                });
    }

    private ProviderAnswer<Boolean> createMissing(
            String accessToken, String owner, Set<String> granted, List<Listed> listed) {
        boolean inPlace = true;
        for (Wanted wanted : ALL) {
            if (!wanted.isAllowedBy(granted) || isCovered(wanted, listed)) {
                continue;
            }
            ProviderAnswer<Boolean> created = create(accessToken, owner, wanted.collection());
            switch (created) {
                case ProviderAnswer.Given<Boolean> _ -> {}
                // These hold for every further question too.
                case ProviderAnswer.TokenRefused<Boolean> _,
                        ProviderAnswer.RateLimited<Boolean> _,
                        ProviderAnswer.Gone<Boolean> _ -> {
                    return created;
                }
                case ProviderAnswer.Forbidden<Boolean> _,
                        ProviderAnswer.Absent<Boolean> _,
                        ProviderAnswer.Rejected<Boolean> _,
                        ProviderAnswer.Unavailable<Boolean> _ -> {
                    LOG.warnf(
                            "not subscribed: owner=%s collection=%s answer=%s",
                            owner, wanted.collection(), created);
                    inPlace = false;
                }
            }
        }
        return new ProviderAnswer.Given<>(inPlace);
    }

    private static boolean isCovered(Wanted wanted, List<Listed> listed) {
        return listed.stream()
                .anyMatch(one ->
                        one.collection().equals(wanted.collection())
                                || one.collection().equals(EVERYTHING));
    }

    private ProviderAnswer<Boolean> create(String accessToken, String owner, String collection) {
        // 201: made. 200: was there. 409: there under another id, perhaps of an earlier version of
        // us; it rings all the same.
        return http.post(accessToken, path(owner, collection), 409)
                .then(_ -> new ProviderAnswer.Given<>(true));
    }

    private void removeUnwanted(
            String accessToken, String owner, Set<String> granted, List<Listed> listed) {
        for (Wanted wanted : ALL) {
            if (!wanted.isAllowedBy(granted) && isOurs(wanted, owner, listed)) {
                remove(accessToken, owner, wanted.collection());
            }
        }
    }

    private static boolean isOurs(Wanted wanted, String owner, List<Listed> listed) {
        return listed.contains(new Listed(wanted.collection(), id(owner, wanted.collection())));
    }

    /** Removes ours; Given tells whether none of them is left. */
    ProviderAnswer<Boolean> removeAll(String accessToken, String owner) {
        return list(accessToken, Set.of(Scopes.ACTIVITY, Scopes.SLEEP, Scopes.WEIGHT))
                .then(listed -> {
                    boolean gone = true;
                    for (Wanted wanted : ALL) {
                        if (isOurs(wanted, owner, listed)) {
                            gone &= remove(accessToken, owner, wanted.collection());
                        }
                    }
                    return new ProviderAnswer.Given<>(gone);
                });
    }

    /** Whether it is gone. Fitbit answers 502 now and then; one that is left goes another day. */
    private boolean remove(String accessToken, String owner, String collection) {
        String path = path(owner, collection);
        for (int attempt = 1; attempt <= 2; attempt++) {
            ProviderAnswer<FitbitDocument> answer = http.deleteOfSubscriber(accessToken, path);
            if (answer instanceof ProviderAnswer.Given<FitbitDocument>) {
                return true;
            }
            LOG.infof(
                    "subscription not removed: owner=%s collection=%s answer=%s",
                    owner, collection, answer);
        }
        return false;
    }

    private ProviderAnswer<List<Listed>> list(String accessToken, Set<String> granted) {
        ProviderAnswer<List<Listed>> all =
                http.getOfSubscriber(accessToken, "/1/user/-/apiSubscriptions.json")
                        .then(document -> listed(document.body()));
        // The list of everything may want scopes that we never ask for.
        return all instanceof ProviderAnswer.Forbidden<List<Listed>>
                ? listEach(accessToken, granted)
                : all;
    }

    private ProviderAnswer<List<Listed>> listEach(String accessToken, Set<String> granted) {
        List<Listed> all = new ArrayList<>();
        ProviderAnswer<List<Listed>> last = new ProviderAnswer.Given<>(all);
        for (Wanted wanted : ALL) {
            if (wanted.isAllowedBy(granted) && last instanceof ProviderAnswer.Given<List<Listed>>) {
                String path = "/1/user/-/" + wanted.collection() + "/apiSubscriptions.json";
                last =
                        http.getOfSubscriber(accessToken, path)
                                .then(document -> listed(document.body()))
                                .then(some -> {
                                    all.addAll(some);
                                    return new ProviderAnswer.Given<>(all);
                                });
            }
        }
        return last;
    }

    private ProviderAnswer<List<Listed>> listed(byte[] body) {
        try {
            JsonNode root = json.readTree(body);
            if (root == null || !root.path("apiSubscriptions").isArray()) {
                return new ProviderAnswer.Unavailable<>("unreadable list of subscriptions");
            }
            List<Listed> listed = new ArrayList<>();
            for (JsonNode one : root.path("apiSubscriptions")) {
                listed.add(
                        new Listed(
                                one.path("collectionType").asText(),
                                one.path("subscriptionId").asText()));
            }
            return new ProviderAnswer.Given<>(listed);
        } catch (IOException _) {
            return new ProviderAnswer.Unavailable<>("unreadable list of subscriptions");
        }
    }

    private static String path(String owner, String collection) {
        return "/1/user/-/" + collection + "/apiSubscriptions/" + id(owner, collection) + ".json";
    }

    /** At most 50 characters; Fitbit's user ids have 6. */
    static String id(String owner, String collection) {
        return owner + "-" + collection;
    }
}
