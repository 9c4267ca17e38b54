package io.pulseline.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The editor of a pipeline whose first target is a webhook. */
final class PipelineForm {
    static final String ADDRESS = "targets[0].configuration.url";

    private PipelineForm() {}

    static Locator address(Page page) {
        return page.locator("[name='" + ADDRESS + "']");
    }

    /** What stands at the field of the address. */
    static Locator complaintAboutAddress(Page page) {
        return page.locator("[data-error-for='" + ADDRESS + "']");
    }

    /** The secret that was made is shown once; then the list comes. */
    static void closesSecret(Page page) {
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON).click();
        page.waitForURL("**/pipelines");
    }
}
