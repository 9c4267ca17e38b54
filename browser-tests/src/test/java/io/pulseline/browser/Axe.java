package io.pulseline.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Looks for what keeps people from using a page, by the rules of axe. */
final class Axe {
    private static final String SCRIPT = script();

    /** Each serious finding as a line: rule, what it asks for, and where. */
    private static final String RUN =
            """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .filter((one) => one.impact === 'serious' || one.impact === 'critical')
              .map((one) => one.id + ' (' + one.help + '): '
                + one.nodes.slice(0, 4).map((node) => node.target.join(' ') + ' '
                  + (node.any[0]?.message ?? '')).join(' | '))
            """;

    private Axe() {}

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(
                    Objects.requireNonNull(in, "axe.min.js is not on the class path")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("axe.min.js cannot be read", e);
        }
    }

    /** What is serious or critical on the page as it is now. */
    static List<String> findings(Page page) {
        // By the debugger and not by a script element: the page's CSP stays as it is.
        page.evaluate(SCRIPT + "; null");
        List<?> lines = (List<?>) page.evaluate(RUN);
        return lines.stream().map(String::valueOf).toList();
    }
}
