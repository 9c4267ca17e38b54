package io.pulseline.pipeline.target.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Rules for an address that a user gives, as far as they can be told without asking the network.
 */
public final class HttpAddress {
    private HttpAddress() {}

    /**
     * Why this cannot be the address of a target; empty if it can.
     *
     * @param plainAllowed whether http will do
     */
    public static Optional<String> complaint(String text, boolean plainAllowed) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException _) {
            return Optional.of("is no address; expected is https://host/path");
        }
        String scheme = uri.getScheme();
        if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
            return Optional.of("must begin with https://");
        }
        if ("http".equalsIgnoreCase(scheme) && !plainAllowed) {
            return Optional.of(
                    "must begin with https://; plain http is for private addresses,"
                            + " which the operator has not allowed");
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65535) {
            return Optional.of("has no valid host or port");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("must not contain a user, a password or a #fragment");
        }
        return Optional.empty();
    }
}
