package io.pulseline.access;

import java.util.List;

/** The addresses that are the same in all services, behind the one origin. */
public final class Paths {
    /** The login page. */
    public static final String LOGIN = "/login";

    /** Ends the session (POST). */
    public static final String LOGOUT = "/logout";

    /** Where the login page's form goes; Quarkus' own. */
    static final String CHECK = "/j_security_check";

    private static final String WEBHOOKS = "/webhooks/";

    /** What is the same for everybody and may be kept. */
    private static final List<String> ASSETS =
            List.of("/assets/", "/_static/", "/webjars/", "/favicon.ico", "/connect/pulseline.css");

    /** Asked by machines, again and again. */
    private static final List<String> CARE = List.of("/q/", WEBHOOKS);

    private Paths() {}

    static boolean isWebhook(String path) {
        return path.startsWith(WEBHOOKS);
    }

    static boolean isAsset(String path) {
        return ASSETS.stream().anyMatch(path::startsWith);
    }

    /** Whether people ask for it, by a page or a program of theirs. */
    static boolean isForPeople(String path) {
        return !isAsset(path) && CARE.stream().noneMatch(path::startsWith);
    }
}
