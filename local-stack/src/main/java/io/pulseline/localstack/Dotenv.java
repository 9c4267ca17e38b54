package io.pulseline.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings from a {@code .env} file: {@code NAME=value} per line, optionally after {@code export},
 * the value optionally in single or double quotes; {@code #} starts a comment at the start of a
 * line or, outside quotes, after a space. Nothing is expanded.
 */
public final class Dotenv {
    private static final Pattern ENTRY =
            Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");

    private Dotenv() {}

    /** The settings of the file; none if there is no such file. */
    public static Map<String, String> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /**
     * The settings of these lines; a later one of the same name wins.
     *
     * @throws IllegalArgumentException with the number of the wrong line, never its text, which may
     *     be a secret
     */
    static Map<String, String> parse(List<String> lines) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher entry = ENTRY.matcher(line);
            if (!entry.matches()) {
                throw wrong(index, "is not NAME=value");
            }
            settings.put(entry.group(1), value(entry.group(2), index));
        }
        return settings;
    }

    private static String value(String text, int index) {
        if (text.startsWith("\"") || text.startsWith("'")) {
            int end = text.indexOf(text.charAt(0), 1);
            if (end < 0) {
                throw wrong(index, "has no closing quote");
            }
            String rest = text.substring(end + 1).strip();
            if (!rest.isEmpty() && !rest.startsWith("#")) {
                throw wrong(index, "goes on after the closing quote");
            }
            return text.substring(1, end);
        }
        int comment = text.indexOf(" #");
        return (comment < 0 ? text : text.substring(0, comment)).strip();
    }

    private static IllegalArgumentException wrong(int index, String what) {
        return new IllegalArgumentException("line " + (index + 1) + " of .env " + what);
    }
}
