package io.pulseline.pipeline.history;

import io.pulseline.pipeline.record.RecordPages.After;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where the next page of records begins, as an opaque text. */
final class RecordMark {
    private static final String BETWEEN = "|";
    private static final int PARTS = 3;
    private static final int DATE_LENGTH = "2026-11-29".length();

    private RecordMark() {}

    static String of(After last) {
        String plain =
                String.join(
                        BETWEEN,
                        last.date().toString(),
                        last.start().toString(),
                        last.recordId().toString());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if it is not a mark of ours. */
    static Optional<After> read(String mark) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(mark), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split("\\|", -1));
            // Longer years are beyond what the database holds.
            return parts.size() == PARTS
                            && parts.get(0).length() == DATE_LENGTH
                            && Character.isDigit(parts.get(1).charAt(0))
                    ? Optional.of(
                            new After(
                                    LocalDate.parse(parts.get(0)),
                                    Instant.parse(parts.get(1)),
                                    UUID.fromString(parts.get(2))))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
