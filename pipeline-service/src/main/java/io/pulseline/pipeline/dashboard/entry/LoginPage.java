package io.pulseline.pipeline.dashboard.entry;

import io.pulseline.access.ReturnPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The page that asks who it is. */
final class LoginPage {
    private static final String WRONG =
            "<p role=\"alert\">Name or password is wrong. Check both and try again.</p>";

    private LoginPage() {}

    static String html(ReturnPath next, boolean wrong, boolean openId) {
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Log in - Pulseline</title>
        <link rel="stylesheet" href="/assets/pulseline.css">
        </head>
        <body>
        <main>
        <h1>Log in</h1>
        %s
        %s
        </main>
        </body>
        </html>
        """
                .formatted(wrong ? WRONG : "", openId ? link(next) : form(next));
    }

    /** A page that needs a login leads to the provider's. */
    private static String link(ReturnPath next) {
        return "<p><a href=\"%s\">Log in</a></p>".formatted(text(next.path()));
    }

    private static String form(ReturnPath next) {
        return """
        <form method="post" action="/j_security_check?next=%s">
        <p><label for="name">Name</label>
        <input id="name" name="j_username" autocomplete="username" autocapitalize="none" required></p>
        <p><label for="password">Password</label>
        <input id="password" name="j_password" type="password" autocomplete="current-password" required></p>
        <p><button>Log in</button></p>
        </form>
        <p>These are the built-in users of the local stack; ./pulseline up prints their passwords.</p>\
        """
                .formatted(URLEncoder.encode(next.path(), StandardCharsets.UTF_8));
    }

    private static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
