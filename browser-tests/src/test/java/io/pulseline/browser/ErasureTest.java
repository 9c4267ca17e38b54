package io.pulseline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.pulseline.localstack.client.ProviderSide;
import io.pulseline.localstack.client.Pulseline;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever leaves is asked twice, and then nothing of theirs is left. */
class ErasureTest {
    private static final String USER = "leaving";

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final BrowserStack stack = BrowserStack.shared();

    @Test
    void whoConfirmsWithTheWordIsErased() throws Exception {
        try (Receiver receiver = new Receiver();
                Pulseline api = stack.api(USER);
                Visitor visitor = Visitor.loggedIn(stack, USER)) {
            Wearer.newOne(stack, USER).connects(api, ProviderSide.FITBIT);
            Wearer.makesPipeline(api, receiver);
            Page page = visitor.page();
            visitor.opens("/account");

            visitor.presses("Erase me…");
            page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON).first().click();
            Locator shown = page.locator("#confirm [data-text=confirmation]");
            assertThat(shown).hasText(Pattern.compile("ERASE-.+"));
            String word = shown.textContent().strip();
            page.getByLabel("Type the word to erase everything").fill("not " + word);
            visitor.presses("Erase everything now");
            assertThat(page.locator("#confirm .error").first()).not().isEmpty();
            assertThat(api.get("/api/pipelines")).hasSize(1);

            page.getByLabel("Type the word to erase everything").fill(word);
            visitor.presses("Erase everything now");

            assertThat(
                            page.getByText("It is under way.")
                                    .or(page.getByText("Here nothing is left")))
                    .isVisible();
            await().atMost(LIMIT)
                    .until(() ->
                            api.get("/api/pipelines").isEmpty()
                                    && api.get("/api/connections").isEmpty());
        }
    }
}
