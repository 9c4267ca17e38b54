package io.pulseline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for every page, whoever looks at it and with what. */
class PagesTest {
    private static final int PHONE = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final int LARGEST_FIRST_LOAD = 300 * 1024;

    private final BrowserStack stack = BrowserStack.shared();

    @Test
    void thePageForLoggingInIsForEverybody() {
        try (Visitor visitor = new Visitor(stack)) {
            visitor.opens("/login");

            isForEverybody(visitor);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/connections",
                "/pipelines",
                "/pipelines/new",
                "/activities",
                "/health",
                "/account"
            })
    void aPageWithNothingOnItYetIsForEverybody(String path) {
        try (Visitor visitor = Visitor.loggedIn(stack, "stranger")) {
            visitor.opens(path);

            isForEverybody(visitor);
        }
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void aPageWithSomethingOnItIsForEverybody(PulselinePage shown) {
        try (Visitor visitor = Visitor.loggedIn(stack, shown.user())) {
            visitor.opens(shown.path());
            visitor.awaitsCharts();

            isForEverybody(visitor);
        }
    }

    static List<PulselinePage> everyPage() {
        return PulselinePage.all(Furnished.shared());
    }

    @Test
    void homeIsLoadedWithFewBytes() {
        try (Visitor visitor = Visitor.loggedIn(stack, "stranger")) {
            visitor.page().waitForLoadState(LoadState.DOMCONTENTLOADED);

            assertThat(visitor.transferred()).isBetween(1024, LARGEST_FIRST_LOAD);
        }
    }

    /** In light and dark, on a desk and on a phone; and the browser complains about nothing. */
    private static void isForEverybody(Visitor visitor) {
        Page page = visitor.page();
        page.waitForLoadState(LoadState.LOAD);
        SoftAssertions all = new SoftAssertions();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            all.assertThat(Axe.findings(page)).as("axe, %s", scheme).isEmpty();
        }
        page.setViewportSize(PHONE, PHONE_HEIGHT);
        all.assertThat(Axe.findings(page)).as("axe, phone").isEmpty();
        all.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("as wide as a phone")
                .isEqualTo(PHONE);
        all.assertThat(visitor.complaints()).as("complaints of the browser").isEmpty();
        all.assertAll();
    }
}
