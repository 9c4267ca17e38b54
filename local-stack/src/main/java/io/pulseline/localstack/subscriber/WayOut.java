package io.pulseline.localstack.subscriber;

import java.net.URI;

/** Says why Google refused something, as far as that can be told, and what to do. */
final class WayOut {
    private static final String SECRET = WebhookSecret.SETTING;

    private WayOut() {}

    /** Of a refused apply. */
    static String ofApply(
            GoogleRefusedException refused, SubscriberName name, SubscriberWish wish) {
        if (refused.isPrecondition()) {
            return handshake(wish);
        }
        if (refused.status() == 400) {
            return """
            Google does not say which argument it means. If it is a data type that it does not tell of any
            more, leave that out: --without %s. If it is the endpoint: it must be public and have TLS.\
            """
                    .formatted(wish.dataTypes().getFirst());
        }
        return of(refused, name);
    }

    /** Of a refused deletion. */
    static String ofDelete(GoogleRefusedException refused, SubscriberName name) {
        return refused.isPrecondition()
                ? "Somebody has made manual subscriptions below it, which Pulseline never does."
                        + " --force deletes them too."
                : of(refused, name);
    }

    /** Of anything else that was refused. */
    static String of(GoogleRefusedException refused, SubscriberName name) {
        return switch (refused.status()) {
            case 401 ->
                    "The access token is none, or is over: they last an hour. A new one: "
                            + AccessToken.HOW_TO_GET_ONE;
            case 403 -> forbidden(refused, name);
            case 404 ->
                    refused.isMissing()
                            ? "There is no %s; somebody has deleted it. subscriber apply makes it."
                                    .formatted(name)
                            : "That is no answer of the Google Health API: look at --api.";
            case 409 ->
                    "Google says that there is such a subscriber, and does not list it. Wait a minute,"
                            + " or take another --id.";
            case 429 -> "Too many calls in a minute; wait for one and repeat the command.";
            case 400 ->
                    "Is %s the project's number, and %s the subscriber's id? Look with: subscriber show"
                            .formatted(name.project(), name.id());
            default ->
                    "Google has a problem of its own. Nothing is half done: repeat the command later.";
        };
    }

    private static String forbidden(GoogleRefusedException refused, SubscriberName name) {
        if (refused.hasReason("SERVICE_DISABLED")) {
            return """
            The Google Health API is not switched on in the project on whose account you call. Switch it on:
              gcloud services enable health.googleapis.com --project %s
            or name the project in which it is: --user-project.\
            """
                    .formatted(name.project());
        }
        if (refused.hasReason("ACCESS_TOKEN_SCOPE_INSUFFICIENT")
                || refused.hasReason("MISSING_OAUTH_SCOPE")) {
            return """
            The token lacks the scope https://www.googleapis.com/auth/cloud-platform. It is to be the
            operator's own, not one of a connected person: %s\
            """
                    .formatted(AccessToken.HOW_TO_GET_ONE);
        }
        return """
        Either %s is not the NUMBER of your project (Google answers a wrong one like this):
          gcloud projects describe PROJECT_ID --format='value(projectNumber)'
        or who owns the token has no role in it that has health.subscribers.* (Google Health API Admin or
        Editor, or Owner or Editor of the project), or not serviceusage.services.use.\
        """
                .formatted(name.project());
    }

    private static String handshake(SubscriberWish wish) {
        URI endpoint = wish.endpoint();
        return """
        Nothing was saved. Google asks the endpoint twice, a second apart, and needs these answers:
          with the header Authorization and the secret in it   200 or 201 (204 is not enough)
          without it                                           401 or 403
        %s
        - 404 twice: ingest knows no secret; give it %s and start it anew
        - 401 with the secret: ingest knows another one. While you change it, ingest takes both: the new one
          as %s, the old one as
          PULSELINE_GOOGLE_HEALTH_PREVIOUS_WEBHOOK_SECRET
        - right here, and Google still refuses: the address is not public, or its certificate is not one
          that everybody accepts. Ask from another network:
            curl -i -d '{"type": "verification"}' -H 'Content-Type: application/json' \\
              -H "Authorization: $%s" %s\
        """
                .formatted(
                        EndpointProbe.report(endpoint, wish.secret()),
                        SECRET,
                        SECRET,
                        SECRET,
                        endpoint);
    }
}
