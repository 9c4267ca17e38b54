package io.pulseline.simulator.http;

/** Text inside the simulator's pages. */
public final class Html {
    private Html() {}

    /** The same as it may stand between tags and in quoted attributes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
