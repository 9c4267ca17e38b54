package io.pulseline.pipeline.target.archive;

import java.util.List;
import java.util.Optional;

/**
 * A folder below where an archive begins.
 *
 * @param parts from the outside in; none is the beginning itself
 */
record FolderPath(List<String> parts) {
    /** Characters of a whole one. */
    static final int LONGEST = 200;

    private static final int MOST_PARTS = 8;
    private static final int LONGEST_PART_BYTES = 100;

    FolderPath {
        parts = List.copyOf(parts);
    }

    /** Why a user's text is no folder below; empty if it is one. */
    static Optional<String> complaint(String text) {
        if (text.startsWith("/")) {
            return Optional.of("must not begin with /: it lies below where your archive begins");
        }
        List<String> parts = List.of(text.split("/", -1));
        if (parts.size() > MOST_PARTS) {
            return Optional.of("has more than " + MOST_PARTS + " parts");
        }
        return parts.stream()
                .map(part -> PathPart.complaint(part, LONGEST_PART_BYTES))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * The folder of a text without a {@link #complaint}; empty for the beginning itself.
     *
     * @throws IllegalArgumentException if there is one
     */
    static FolderPath of(String text) {
        if (text.isEmpty()) {
            return new FolderPath(List.of());
        }
        complaint(text)
                .ifPresent(reason -> {
                    throw new IllegalArgumentException("the folder " + reason);
                });
        return new FolderPath(List.of(text.split("/", -1)));
    }
}
