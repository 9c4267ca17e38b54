package io.pulseline.browser;

import com.microsoft.playwright.Page;

/** A person's way to the provider's consent page and back. */
final class Consent {
    private Consent() {}

    /** From Connections to the provider and back to Connections. */
    static void isGiven(Visitor visitor, String provider, Wearer wearer) {
        visitor.follows("Connect " + provider);
        isGivenAgain(visitor, provider, wearer);
    }

    /** The same from the page that says what will be asked for. */
    static void isGivenAgain(Visitor visitor, String provider, Wearer wearer) {
        Page page = visitor.page();
        visitor.presses("Continue to " + provider);
        page.locator("input[name=user][value='" + wearer.id() + "']").check();
        visitor.presses("Allow");
        visitor.follows("Your connections");
    }
}
