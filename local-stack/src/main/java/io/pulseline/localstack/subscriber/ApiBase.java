package io.pulseline.localstack.subscriber;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the Google Health API answers. Plain HTTP only on this machine, which is the simulator: the
 * operator's token goes there.
 */
record ApiBase(URI uri) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    ApiBase {
        if (!isSafe(uri)) {
            throw new IllegalArgumentException(
                    "the API's base is to be an https address without query, such as"
                            + " https://health.googleapis.com; http only for the simulator on this"
                            + " machine, such as http://localhost:8089/google");
        }
    }

    /** Whether something secret may be sent there. */
    static boolean isSafe(URI uri) {
        boolean isEncrypted =
                "https".equals(uri.getScheme())
                        || ("http".equals(uri.getScheme()) && isThisMachine(uri.getHost()));
        return isEncrypted
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }

    /** A path of the API, with its query. */
    URI at(String path) {
        String base = uri.toString();
        return URI.create(
                (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    /** Whether it is a simulator, which calls plain endpoints too. */
    boolean isOnThisMachine() {
        return isThisMachine(uri.getHost());
    }

    private static boolean isThisMachine(@Nullable String host) {
        return host != null && THIS_MACHINE.contains(host);
    }
}
