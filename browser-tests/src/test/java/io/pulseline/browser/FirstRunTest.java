package io.pulseline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** From the first login to the first activity, with nothing but a browser and a tracker. */
class FirstRunTest {
    private final BrowserStack stack = BrowserStack.shared();

    @Test
    void fromLoginToTheFirstSyncedActivity() throws Exception {
        Wearer wearer = Wearer.newOne(stack, "first run");
        try (Receiver receiver = new Receiver();
                Visitor visitor = new Visitor(stack)) {
            Page page = visitor.page();

            visitor.opens("/");
            assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Log in");
            visitor.logsIn("demo");
            assertThat(page.getByText("First steps")).isVisible();

            visitor.follows("Connect now");
            Consent.isGiven(visitor, "Fitbit", wearer);
            assertThat(page.getByText("Connected", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();

            visitor.opens("/pipelines");
            visitor.follows("Use this recipe: Every workout → signed webhook");
            PipelineForm.address(page).fill(receiver.address());
            visitor.presses("Save");
            PipelineForm.closesSecret(page);
            assertThat(page.getByText("Every workout → signed webhook").first()).isVisible();

            visitor.opens("/");
            wearer.finishesRun();
            Locator latest = page.locator("#home a[href^='/activities/']").first();
            assertThat(latest).isVisible();
            latest.click();
            assertThat(page.locator("figure.chart canvas").first()).isVisible();
            assertThat(page.locator("#run .badge").getByText("delivered")).isVisible();
            assertThat(receiver.signed()).isPositive();
            assertThat(visitor.complaints()).isEmpty();
        }
    }
}
