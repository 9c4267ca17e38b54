package io.pulseline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.pulseline.localstack.client.ProviderSide;
import io.pulseline.localstack.client.Pulseline;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A consent that ended is told, and given anew in the same place. */
class ReauthorizationTest {
    private static final String USER = "withdrawn";

    private final BrowserStack stack = BrowserStack.shared();

    @Test
    void aConnectionWhoseConsentEndedSaysSoAndIsConnectedAgain() throws Exception {
        Wearer wearer = Wearer.newOne(stack, USER);
        try (Pulseline api = stack.api(USER);
                Visitor visitor = Visitor.loggedIn(stack, USER)) {
            String connection = wearer.connects(api, ProviderSide.GOOGLE_HEALTH);
            Page page = visitor.page();
            untilShown(visitor, connection, "Connected");
            stack.endsConsentAtGoogle(wearer);

            // Whoever leaves the page at once may take what is being sent along.
            page.waitForResponse("**/sync", () -> visitor.presses("Sync now"));

            untilShown(visitor, connection, "Connection needs re-authorization");
            visitor.opens("/");
            assertThat(page.getByText("Connection needs re-authorization").first()).isVisible();
            visitor.follows("Reconnect");
            visitor.follows("Reconnect");
            Consent.isGivenAgain(visitor, "Google Health", wearer);
            untilShown(visitor, connection, "Connected");
        }
    }

    private static void untilShown(Visitor visitor, String connection, String state) {
        Locator badge = visitor.page().locator("section[aria-labelledby=state] .badge").first();
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    visitor.opens("/connections/" + connection);
                    return badge.count() == 1 && badge.textContent().equals(state);
                });
        assertThat(badge).hasText(state, new LocatorAssertions.HasTextOptions().setTimeout(1_000));
    }
}
