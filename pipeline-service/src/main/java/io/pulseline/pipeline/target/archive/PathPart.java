package io.pulseline.pipeline.target.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.re2j.Pattern;
import java.text.Normalizer;
import java.util.Optional;

/**
 * Names of files and folders that are the same on every system: no separators, no characters that
 * Windows or a shell takes for something else, no names of devices, no dots at the ends.
 */
final class PathPart {
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    private static final String UNSAFE = "/\\:*?\"<>|";

    private PathPart() {}

    /**
     * Why a user's name can be no folder; empty if it can.
     *
     * @param mostBytes in UTF-8
     */
    static Optional<String> complaint(String name, int mostBytes) {
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            return Optional.of("must not have a part that is empty, . or ..");
        }
        if (!name.equals(safe(name))) {
            return Optional.of(
                    "has a part with a character or a name that not every system takes: none of"
                            + " \\ : * ? \" < > | or of control, no blank or dot at its ends, no"
                            + " name of a device such as CON");
        }
        return name.getBytes(UTF_8).length > mostBytes
                ? Optional.of("has a part of more than " + mostBytes + " bytes")
                : Optional.empty();
    }

    /** The same with what not every system takes replaced or left out; may become empty. */
    static String safe(String name) {
        StringBuilder visible = new StringBuilder();
        name.codePoints()
                .filter(PathPart::isVisible)
                .map(point -> UNSAFE.indexOf(point) >= 0 ? '-' : point)
                .forEach(visible::appendCodePoint);
        // Last, because what was left out may have stood between a letter and its accent.
        String safe = trimmed(Normalizer.normalize(visible, Normalizer.Form.NFC));
        return DEVICE.matches(safe) ? "_" + safe : safe;
    }

    /** The longest beginning of at most that many bytes, without half a character. */
    static String cut(String text, int mostBytes) {
        int end = 0;
        int bytes = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            bytes += Character.toString(point).getBytes(UTF_8).length;
            if (bytes > mostBytes) {
                break;
            }
            end += Character.charCount(point);
        }
        return text.substring(0, end);
    }

    /** Without control, format (such as the turn of writing) and broken characters. */
    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlankOrDot(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlankOrDot(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlankOrDot(char at) {
        return at == '.' || Character.isWhitespace(at) || Character.isSpaceChar(at);
    }
}
