package io.pulseline.pipeline.history;

import io.pulseline.pipeline.run.Run;
import io.pulseline.pipeline.run.RunReads.Before;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Where the next page begins, as an opaque text. */
public final class PageMark {
    private static final char BETWEEN = '|';

    private PageMark() {}

    public static String after(Run last) {
        String plain = last.startedAt() + String.valueOf(BETWEEN) + last.id();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if it is not a mark of ours. */
    static Optional<Before> read(String mark) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(mark), StandardCharsets.UTF_8);
            int between = plain.indexOf(BETWEEN);
            return Optional.of(
                    new Before(
                            Instant.parse(plain.substring(0, Math.max(between, 0))),
                            UUID.fromString(plain.substring(between + 1))));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
