package io.pulseline.pipeline.target.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a server complains of, in words that may be stored and shown: its diagnostics are left out,
 * as they quote what was sent, and numbers in other texts are struck out.
 */
final class Issues {
    private static final int LONGEST = 300;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+([.,:][0-9]+)*");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9.()\\[\\]/_-]{1,120}");

    private Issues() {}

    /** Code, text and place of each issue, at most 300 characters in all. */
    static String words(List<JsonNode> issues) {
        Set<String> all = new TreeSet<>();
        for (JsonNode issue : issues) {
            all.add(words(issue));
        }
        String joined = String.join("; ", all);
        return joined.length() <= LONGEST ? joined : joined.substring(0, LONGEST - 1) + "…";
    }

    private static String words(JsonNode issue) {
        StringBuilder words = new StringBuilder(issue.path("code").asText("error"));
        String text = issue.path("details").path("text").asText("");
        if (!text.isBlank()) {
            words.append(" (").append(NUMBER.matcher(text.strip()).replaceAll("#")).append(')');
        }
        String place = issue.path("expression").path(0).asText("");
        if (PATH.matcher(place).matches()) {
            words.append(" at ").append(place);
        }
        return words.toString();
    }
}
