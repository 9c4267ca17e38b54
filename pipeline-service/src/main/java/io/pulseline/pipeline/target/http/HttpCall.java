package io.pulseline.pipeline.target.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request.
 *
 * @param method of HTTP
 * @param address with query, without fragment
 * @param headers besides {@code Host} and {@code Content-Length}
 * @param body not copied; empty for none
 * @param chosenByUser whether the address comes from a user: then it must be public
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record HttpCall(
        String method,
        URI address,
        Map<String, String> headers,
        byte[] body,
        boolean chosenByUser) {
    private static final byte[] NOTHING = {};

    /** Reads an address that a user chose. */
    public static HttpCall get(URI address) {
        return new HttpCall("GET", address, Map.of(), NOTHING, true);
    }

    /** Sends to an address that a user chose. */
    public static HttpCall post(URI address, String contentType, byte[] body) {
        return new HttpCall("POST", address, Map.of("Content-Type", contentType), body, true);
    }

    /** Puts at an address that a user chose. */
    public static HttpCall put(URI address, String contentType, byte[] body) {
        return new HttpCall("PUT", address, Map.of("Content-Type", contentType), body, true);
    }

    /** Deletes at an address that a user chose. */
    public static HttpCall delete(URI address) {
        return new HttpCall("DELETE", address, Map.of(), NOTHING, true);
    }

    /** The same with one header more. */
    public HttpCall header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpCall(method, address, more, body, chosenByUser);
    }

    /** The same to an address that our operator chose: it may be private. */
    public HttpCall fromOperator() {
        return new HttpCall(method, address, headers, body, false);
    }

    @Override
    public String toString() {
        // Headers hold secrets, and so may a query.
        return method + " " + address.getHost();
    }
}
