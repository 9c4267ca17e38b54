package io.pulseline.pipeline.target.file;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table after RFC 4180: commas, lines that end in CR LF, quotes where they are needed. */
final class CsvOut {
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[,\"\\r\\n]");

    private final StringBuilder text = new StringBuilder();

    /** A table with that header. */
    CsvOut(Object... header) {
        row(header);
    }

    /** One line; null is an empty field, and numbers have no exponent. */
    void row(@Nullable Object... values) {
        for (int at = 0; at < values.length; at++) {
            if (at > 0) {
                text.append(',');
            }
            text.append(field(values[at]));
        }
        text.append("\r\n");
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
                    default -> value.toString();
                };
        return NEEDS_QUOTES.matcher(plain).find() ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }
}
