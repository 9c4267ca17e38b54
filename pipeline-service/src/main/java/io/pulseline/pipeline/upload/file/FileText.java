package io.pulseline.pipeline.upload.file;

import org.jspecify.annotations.Nullable;

/** Texts out of a file, fit to be kept and shown. */
final class FileText {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 10_000;

    private FileText() {}

    /** A name on one line; null where there is none. */
    static @Nullable String name(@Nullable String text) {
        return text == null
                ? null
                : cut(text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip(), LONGEST_NAME);
    }

    /** A text of several lines; null where there is none. */
    static @Nullable String description(@Nullable String text) {
        return text == null
                ? null
                : cut(text.replaceAll("[\\p{Cntrl}&&[^\\n]]", "").strip(), LONGEST_DESCRIPTION);
    }

    private static @Nullable String cut(String text, int longest) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
