package io.pulseline.pipeline.target.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where an S3 archive lies.
 *
 * @param endpoint of the store: {@code https://host}, perhaps with a path
 * @param pathStyle whether the bucket stands in the path; else before the host's name
 */
record S3Place(URI endpoint, String region, String bucket, FolderPath folder, boolean pathStyle) {
    private static final String UNRESERVED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /** As {@link S3Settings} has written it. */
    static S3Place of(JsonNode configuration) {
        return new S3Place(
                URI.create(configuration.path("endpoint").asText()),
                configuration.path("region").asText(),
                configuration.path("bucket").asText(),
                FolderPath.of(configuration.path("folder").asText("")),
                configuration.path("pathStyle").asBoolean(true));
    }

    /** Of a file in the folder, every character but the plain ones in percent. */
    URI address(String name) {
        List<String> parts = new ArrayList<>();
        if (pathStyle) {
            parts.add(bucket);
        }
        parts.addAll(folder.parts());
        parts.add(name);
        StringBuilder path = new StringBuilder(endpoint.getRawPath().replaceAll("/+$", ""));
        for (String part : parts) {
            path.append('/').append(encoded(part));
        }
        int port = endpoint.getPort();
        String host = pathStyle ? endpoint.getHost() : bucket + "." + endpoint.getHost();
        return URI.create(
                endpoint.getScheme() + "://" + host + (port < 0 ? "" : ":" + port) + path);
    }

    private static String encoded(String part) {
        StringBuilder encoded = new StringBuilder();
        for (byte next : part.getBytes(UTF_8)) {
            char at = (char) (next & 0xFF);
            if (UNRESERVED.indexOf(at) >= 0) {
                encoded.append(at);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", next & 0xFF));
            }
        }
        return encoded.toString();
    }
}
