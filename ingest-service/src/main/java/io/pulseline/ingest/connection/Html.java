package io.pulseline.ingest.connection;

/** Our few pages: plain HTML without scripts, one stylesheet, readable by a screen reader. */
final class Html {
    private Html() {}

    /**
     * A whole page.
     *
     * @param title a text
     * @param body HTML below the heading
     */
    static String page(String title, String body) {
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s - Pulseline</title>
        <link rel="stylesheet" href="/connect/pulseline.css">
        </head>
        <body>
        <main>
        <h1>%s</h1>
        %s</main>
        </body>
        </html>
        """
                .formatted(text(title), text(title), body);
    }

    /** A paragraph with this text. */
    static String paragraph(String text) {
        return "<p>" + text(text) + "</p>\n";
    }

    /** A text as HTML. */
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
