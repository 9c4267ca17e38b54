package io.pulseline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What belongs to somebody else is not there. */
class PrivacyTest {
    private final BrowserStack stack = BrowserStack.shared();
    private final Furnished furnished = Furnished.shared();

    @ParameterizedTest
    @ValueSource(strings = {"activities", "pipelines", "connections"})
    void whatAnotherUserHasIsNotFound(String kind) {
        String id =
                switch (kind) {
                    case "activities" -> furnished.runId();
                    case "pipelines" -> furnished.pipelineId();
                    default -> furnished.connectionId();
                };
        assertThat(statusFor(Furnished.USER, "/" + kind + "/" + id)).isEqualTo(200);
        assertThat(statusFor("stranger", "/" + kind + "/" + id)).isEqualTo(404);
    }

    private int statusFor(String user, String path) {
        try (Visitor visitor = Visitor.loggedIn(stack, user)) {
            Response answer = visitor.opens(path);
            return Objects.requireNonNull(answer, "no answer").status();
        }
    }
}
