package io.pulseline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody before a browser window of their own, who notes what the browser complains about. */
final class Visitor implements AutoCloseable {
    static final int WIDTH = 1280;
    static final int HEIGHT = 800;

    private final BrowserStack stack;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Request> finished = new ArrayList<>();

    Visitor(BrowserStack stack) {
        this.stack = stack;
        this.context =
                Chromium.shared()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setBaseURL(stack.address())
                                        .setTimezoneId("Europe/Berlin")
                                        .setViewportSize(WIDTH, HEIGHT));
        this.page = context.newPage();
        page.setDefaultTimeout(Chromium.LIMIT_MILLIS);
        page.onConsoleMessage(message -> {
            boolean bad = message.type().equals("error") || message.type().equals("warning");
            // The simulator's own pages are none of ours.
            if (bad && message.location().startsWith(stack.address())) {
                complaints.add(message.text() + " " + message.location());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
        page.onRequestFinished(finished::add);
    }

    /** Somebody of this name, logged in, at Home. */
    static Visitor loggedIn(BrowserStack stack, String name) {
        Visitor visitor = new Visitor(stack);
        visitor.opens("/");
        visitor.logsIn(name);
        return visitor;
    }

    /** Fills the page for logging in, which must be before them. */
    void logsIn(String name) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(stack.password());
        presses("Log in");
        assertThat(page.locator("form.who")).isVisible();
    }

    Page page() {
        return page;
    }

    /** Goes to a path of the one origin; null where the browser was already there. */
    @Nullable Response opens(String path) {
        return page.navigate(path);
    }

    /** Presses the one button of this name. */
    void presses(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** Follows the one link of this name. */
    void follows(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click();
    }

    /** Charts draw themselves after the page is there. */
    void awaitsCharts() {
        // Not by a function in the page: its CSP lets nothing be evaluated.
        assertThat(page.locator("figure.chart:not(.is-drawn)")).hasCount(0);
    }

    /** Errors and warnings of the console and of scripts, breaches of the CSP among them. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Bytes that came over the line, with headers, for what has been loaded completely. */
    int transferred() {
        // Asking for a size lets the browser's next reports in.
        return List.copyOf(finished).stream()
                .map(Request::sizes)
                .mapToInt(sizes -> sizes.responseBodySize + sizes.responseHeadersSize)
                .sum();
    }

    @Override
    public void close() {
        context.close();
    }
}
