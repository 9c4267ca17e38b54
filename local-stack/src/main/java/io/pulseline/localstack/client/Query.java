package io.pulseline.localstack.client;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The query of an address, decoded. */
public final class Query {
    private final Map<String, String> values;

    private Query(Map<String, String> values) {
        this.values = values;
    }

    /** Of this address. */
    public static Query of(URI address) {
        Map<String, String> values = new HashMap<>();
        String raw = address.getRawQuery();
        for (String pair : raw == null ? List.<String>of() : List.of(raw.split("&"))) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new Query(values);
    }

    /**
     * The value of a parameter.
     *
     * @throws StepFailedException naming it, if there is none
     */
    public String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new StepFailedException("the address has no parameter '" + name + "'");
        }
        return value;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
