package io.pulseline.ingest.connection;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the person reads after coming back from the provider.
 *
 * @param status HTTP status
 * @param title in large letters
 * @param text what happened and what to do; our own words only, nothing from the request
 */
record ConnectPage(int status, String title, String text, @Nullable String connectionId) {
    static ConnectPage of(ConnectOutcome outcome) {
        return switch (outcome) {
            case ConnectOutcome.Connected(Connection connection) -> connected(connection);
            case ConnectOutcome.NoSuchAttempt() ->
                    refused(
                            400,
                            "This connect link is used up or older than ten minutes. Please start"
                                    + " again.");
            case ConnectOutcome.Denied(String error) ->
                    error.equals("access_denied")
                            ? refused(
                                    403, "You did not give your consent, so nothing was connected.")
                            : refused(400, "The provider ended the connect flow with an error.");
            case ConnectOutcome.CodeRefused() ->
                    refused(
                            400,
                            "The provider did not accept its own code any more. Please start"
                                    + " again.");
            case ConnectOutcome.BelongsToAnother() ->
                    refused(
                            409,
                            "This account is already connected by another user here. It must be"
                                    + " disconnected there first.");
            case ConnectOutcome.ProviderGone(String reason) -> refused(410, reason);
            case ConnectOutcome.ProviderUnavailable() ->
                    refused(
                            503,
                            "The provider does not answer at the moment. Please start again in a"
                                    + " few minutes.");
        };
    }

    private static ConnectPage connected(Connection connection) {
        String text =
                connection.conditions().isEmpty()
                        ? "You can close this window."
                        : connection.conditions().getFirst().message();
        return new ConnectPage(200, "Connected", text, connection.id().toString());
    }

    private static ConnectPage refused(int status, String text) {
        return new ConnectPage(status, "Not connected", text, null);
    }

    String html() {
        return """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>%s</title></head>
        <body><h1>%s</h1><p>%s</p></body>
        </html>
        """
                .formatted(escaped(title), escaped(title), escaped(text));
    }

    Map<String, String> json() {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("title", title);
        json.put("message", text);
        if (connectionId != null) {
            json.put("connectionId", connectionId);
        }
        return json;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
