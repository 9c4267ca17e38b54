package io.pulseline.pipeline.target.file;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table after RFC 4180: commas, lines that end in CR LF, quotes where they are needed. A text
 * that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay as they
 * are.
 */
final class CsvOut {
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[,\"\\r\\n]");
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

    private final StringBuilder text = new StringBuilder();
    private final List<Object> lead;

    private CsvOut(List<Object> lead) {
        this.lead = lead;
    }

    /** A table with that header. */
    static CsvOut headed(List<String> header) {
        CsvOut csv = new CsvOut(List.of());
        csv.row(header.toArray());
        return csv;
    }

    /** Lines beneath a header that stands elsewhere, each with these values before its own. */
    static CsvOut beneath(Object... lead) {
        return new CsvOut(List.of(lead));
    }

    /** One line; null is an empty field, and numbers have no exponent. */
    void row(@Nullable Object... values) {
        int place = 0;
        for (Object value : lead) {
            add(value, place++);
        }
        for (@Nullable Object value : values) {
            add(value, place++);
        }
        text.append("\r\n");
    }

    private void add(@Nullable Object value, int place) {
        if (place > 0) {
            text.append(',');
        }
        text.append(field(value));
    }

    /** In UTF-8. */
    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String field(@Nullable Object value) {
        String plain =
                switch (value) {
                    case null -> "";
                    case Double number ->
                            Double.isFinite(number)
                                    ? BigDecimal.valueOf(number).toPlainString()
                                    : "";
                    case String words -> FORMULA.matcher(words).find() ? "'" + words : words;
                    default -> value.toString();
                };
        return NEEDS_QUOTES.matcher(plain).find() ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }
}
