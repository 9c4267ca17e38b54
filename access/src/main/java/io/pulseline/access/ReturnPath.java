package io.pulseline.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody wanted to go before they had to log in. It comes from an address that anybody may
 * have written, so it leads to a path of this site or to the first page.
 *
 * @param path begins with exactly one slash; may have a query
 */
public record ReturnPath(String path) {
    /** The first page. */
    public static final ReturnPath HOME = new ReturnPath("/");

    private static final int LONGEST = 2_000;

    /**
     * Reads what was given.
     *
     * @param given null: nothing
     */
    public static ReturnPath of(@Nullable String given) {
        return given != null && isOurs(given) ? new ReturnPath(given) : HOME;
    }

    private static boolean isOurs(String given) {
        return given.length() <= LONGEST
                && given.startsWith("/")
                // Browsers take two slashes, or one and a backslash, for the begin of another host.
                && !given.startsWith("//")
                && given.chars().allMatch(ReturnPath::isPlain)
                && !leadsBackToTheDoor(given);
    }

    /** Browsers drop tabs and line ends out of addresses, and read a backslash as a slash. */
    private static boolean isPlain(int c) {
        return c > ' ' && c < 0x7f && c != '\\';
    }

    private static boolean leadsBackToTheDoor(String given) {
        String path = given.split("[?#]", 2)[0];
        return path.equals(Paths.LOGIN)
                || path.startsWith(Paths.LOGIN + "/")
                || path.equals(Paths.LOGOUT)
                || path.endsWith(Paths.CHECK);
    }

    /** The login page that leads on to here. */
    public String loginPage() {
        return equals(HOME) ? Paths.LOGIN : Paths.LOGIN + query();
    }

    /** Where the login page's form goes to lead on to here. */
    public String check() {
        return Paths.CHECK + query();
    }

    private String query() {
        return "?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
