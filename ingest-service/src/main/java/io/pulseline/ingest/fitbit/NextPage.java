package io.pulseline.ingest.fitbit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where {@code pagination.next} leads. Only path and query are taken, and only of the list itself;
 * they are asked at our own base address, so an answer can never send a token anywhere else.
 */
final class NextPage {
    private NextPage() {}

    /**
     * Path and query of the next page.
     *
     * @param next as the page gives it, absolute or not
     * @param listPath path without query of the page it stands in
     * @return empty if it leads to anything but the list
     */
    static Optional<String> path(String next, String listPath) {
        try {
            URI address = new URI(next);
            boolean list = listPath.equals(address.getRawPath()) && address.getRawQuery() != null;
            return list ? Optional.of(listPath + "?" + address.getRawQuery()) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
