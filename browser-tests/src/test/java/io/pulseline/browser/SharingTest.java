package io.pulseline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.pulseline.localstack.BuiltInUsers;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Somebody lets a member of the care team read, and ends it again. */
class SharingTest {
    private static final String USER = "sharing";
    private static final String LABEL = "Sharing S.";

    private final BrowserStack stack = BrowserStack.shared();

    @Test
    void theMemberReadsUntilTheUserEndsIt() throws Exception {
        String until =
                stack.simulator()
                        .now()
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .plusDays(10)
                        .toString();
        try (Visitor member = Visitor.loggedIn(stack, BuiltInUsers.CARE);
                Visitor user = Visitor.loggedIn(stack, USER)) {
            member.opens("/care");
            if (member.page().getByText("Make a code").isVisible()) {
                member.presses("Make a code");
            }
            String code = member.page().locator("dd code").textContent();

            Page account = user.page();
            user.opens("/account");
            account.getByLabel("Code of the member").fill("AAAAA-AAAAA");
            account.getByLabel("Name by which the member sees you").fill(LABEL);
            account.getByLabel("Last day").fill(until);
            user.presses("Share");
            assertThat(account.locator(".error:visible").first()).not().isEmpty();

            account.getByLabel("Code of the member").fill(code);
            user.presses("Share");
            assertThat(account.getByText("Shared.").first()).isVisible();

            member.opens("/care");
            member.follows(LABEL);
            assertThat(member.page().getByRole(AriaRole.HEADING).first()).isVisible();
            String page = member.page().url();

            user.opens("/account");
            user.presses("End it");
            account.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON).first().click();
            assertThat(account.getByText("ended").first()).isVisible();

            assertThat(requireNonNull(member.opens(page)).status()).isEqualTo(404);
        }
    }
}
