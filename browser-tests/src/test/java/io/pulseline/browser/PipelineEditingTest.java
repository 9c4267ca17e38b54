package io.pulseline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.pulseline.localstack.client.Pulseline;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the API refuses stands at the field, and nothing is lost. */
class PipelineEditingTest {
    private static final String USER = "careful";

    private final BrowserStack stack = BrowserStack.shared();

    @Test
    void whatIsWrongStandsAtTheFieldAndNothingIsSavedUntilItIsRight() throws Exception {
        try (Receiver receiver = new Receiver();
                Pulseline api = stack.api(USER);
                Visitor visitor = Visitor.loggedIn(stack, USER)) {
            Page page = visitor.page();
            visitor.opens("/pipelines/new?recipe=webhook");
            PipelineForm.address(page).fill("not an address");

            visitor.presses("Save");

            assertThat(PipelineForm.complaintAboutAddress(page))
                    .hasText(Pattern.compile(".*https?://.*"));
            assertThat(PipelineForm.address(page)).isFocused();
            assertThat(PipelineForm.address(page)).hasAttribute("aria-invalid", "true");
            assertThat(api.get("/api/pipelines")).isEmpty();

            PipelineForm.address(page).fill(receiver.address());
            visitor.presses("Save");
            PipelineForm.closesSecret(page);
            assertThat(api.get("/api/pipelines")).hasSize(1);
        }
    }
}
