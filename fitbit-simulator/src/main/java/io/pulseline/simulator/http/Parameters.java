package io.pulseline.simulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a query or a form, in their order; a name may come more than once. */
public final class Parameters {
    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Reads {@code application/x-www-form-urlencoded} text in UTF-8; null counts as empty.
     *
     * @throws IllegalArgumentException if a percent sign is not followed by two hex digits
     */
    public static Parameters parse(@Nullable String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (encoded != null && !encoded.isEmpty()) {
            for (String pair : encoded.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        }
        return new Parameters(Collections.unmodifiableMap(values));
    }

    /** The first value of that name; empty when it is missing. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** The first value of that name, or null when it is missing or has no text. */
    public @Nullable String textOrNull(String name) {
        return first(name).filter(value -> !value.isEmpty()).orElse(null);
    }

    /** Every value of that name; an empty list when it is missing. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** These fields, completed by the other's where a name is missing here. */
    public Parameters orElse(Parameters other) {
        Map<String, List<String>> merged = new LinkedHashMap<>(other.values);
        merged.putAll(values);
        return new Parameters(Collections.unmodifiableMap(merged));
    }

    /** One value, percent-encoded for a query. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
