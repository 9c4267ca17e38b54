package io.pulseline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.pulseline.localstack.client.ProviderSide;
import io.pulseline.localstack.client.Pulseline;
import org.junit.jupiter.api.Test;

/** What a target refused is sent again when its owner says so. */
class RetriedDeliveryTest {
    private static final String USER = "refused";

    private final BrowserStack stack = BrowserStack.shared();

    @Test
    void aRefusedDeliveryIsDeliveredOnceItsReceiverIsMended() throws Exception {
        try (Receiver receiver = new Receiver();
                Pulseline api = stack.api(USER);
                Visitor visitor = Visitor.loggedIn(stack, USER)) {
            Wearer wearer = Wearer.newOne(stack, USER);
            wearer.connects(api, ProviderSide.FITBIT);
            Wearer.makesPipeline(api, receiver);
            receiver.answers(400);
            wearer.finishesRun();
            String run = Wearer.awaitsRun(api, "FAILED");
            visitor.opens("/activities/" + run);
            Locator badges = visitor.page().locator("#run .badge");
            assertThat(badges.getByText("refused")).isVisible();

            receiver.answers(200);
            visitor.presses("Try again now");

            assertThat(badges.getByText("delivered")).isVisible();
            assertThat(receiver.signed()).isEqualTo(2);
            assertThat(visitor.complaints()).isEmpty();
        }
    }
}
