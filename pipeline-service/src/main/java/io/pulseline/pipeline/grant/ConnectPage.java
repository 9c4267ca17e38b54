package io.pulseline.pipeline.grant;

import java.util.Map;

/**
 * What a user reads after coming back from Strava; nothing from the request is repeated.
 *
 * @param status HTTP status
 */
record ConnectPage(int status, String title, String text) {
    private static final int FIRST_REFUSAL = 400;

    static ConnectPage of(ConnectOutcome outcome) {
        return switch (outcome) {
            case ConnectOutcome.Connected(var name) ->
                    new ConnectPage(
                            200,
                            "Connected",
                            "Strava is connected"
                                    + (name == null ? "" : " as " + name)
                                    + ". You can close this window.");
            case ConnectOutcome.NoSuchAttempt() ->
                    refused(
                            400,
                            "This way back is used up, too old, or was begun in another browser or"
                                    + " by another user. Please start again.");
            case ConnectOutcome.Denied(String error) ->
                    error.equals("access_denied")
                            ? refused(
                                    403, "You did not give your consent, so nothing was connected.")
                            : refused(400, "Strava ended the connect flow with an error.");
            case ConnectOutcome.ScopeMissing(String scope) ->
                    refused(
                            403,
                            "You did not allow us to upload activities ("
                                    + scope
                                    + "), and nothing else is done there. Please start again and"
                                    + " leave the box ticked.");
            case ConnectOutcome.CodeRefused() ->
                    refused(
                            400,
                            "Strava did not accept its own code any more. Please start again.");
            case ConnectOutcome.BelongsToAnother() ->
                    refused(
                            409,
                            "This Strava athlete is already connected by another user here. It must"
                                    + " be disconnected there first.");
            case ConnectOutcome.Unavailable() ->
                    refused(
                            503,
                            "Strava does not answer at the moment. Please start again in a few"
                                    + " minutes.");
        };
    }

    private static ConnectPage refused(int status, String text) {
        return new ConnectPage(status, "Not connected", text);
    }

    boolean isRefusal() {
        return status >= FIRST_REFUSAL;
    }

    /** For programs; a refusal is a problem in its place. */
    Map<String, String> json() {
        return Map.of("title", title, "message", text);
    }

    String html() {
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s - Pulseline</title>
        </head>
        <body>
        <main>
        <h1>%1$s</h1>
        <p>%2$s</p>
        </main>
        </body>
        </html>
        """
                .formatted(escaped(title), escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
