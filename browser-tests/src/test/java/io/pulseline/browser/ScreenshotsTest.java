package io.pulseline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Writes a picture of each page where {@code -Dpulseline.screenshots} says, a folder below the
 * checkout.
 */
@EnabledIfSystemProperty(named = ScreenshotsTest.FOLDER, matches = ".+")
class ScreenshotsTest {
    static final String FOLDER = "pulseline.screenshots";

    /** The documentation is read over a line, too. */
    private static final long LARGEST = 150_000;

    static final List<PulselinePage> EVERY_PAGE =
            System.getProperty(FOLDER, "").isEmpty()
                    ? List.of()
                    : PulselinePage.all(Furnished.shared());

    @ParameterizedTest
    @FieldSource("EVERY_PAGE")
    void aPictureOfThePageIsWritten(PulselinePage shown) throws IOException {
        Path file =
                Path.of("..")
                        .resolve(System.getProperty(FOLDER, ""))
                        .resolve(shown.name() + ".png");
        try (Visitor visitor = Visitor.loggedIn(BrowserStack.shared(), shown.user())) {
            Page page = visitor.page();
            visitor.opens(shown.path());
            page.waitForLoadState(LoadState.LOAD);
            visitor.awaitsCharts();
            page.screenshot(new Page.ScreenshotOptions().setPath(file));
        }
        assertThat(Files.size(file)).isBetween(1_000L, LARGEST);
    }
}
