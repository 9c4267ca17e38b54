package io.pulseline.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The browser of this machine, started once. Playwright allows one thread, which JUnit's is. */
final class Chromium {
    /** Path of an executable; where it is not given, the usual places are looked at. */
    private static final String PROPERTY = "pulseline.browser";

    private static final List<String> USUAL =
            List.of(
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome",
                    "/Applications/Chromium.app/Contents/MacOS/Chromium",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    /** For what is to be seen on a page, however busy the machine is. */
    static final double LIMIT_MILLIS = 60_000;

    private static final class Shared {
        private static final Browser BROWSER = started();
    }

    private Chromium() {}

    static Browser shared() {
        return Shared.BROWSER;
    }

    private static Browser started() {
        Path executable = executable();
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        List<String> arguments = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // Chromium's own rule: root has no sandbox.
            arguments.add("--no-sandbox");
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(LIMIT_MILLIS);
        return playwright
                .chromium()
                .launch(
                        new BrowserType.LaunchOptions()
                                .setExecutablePath(executable)
                                .setArgs(arguments));
    }

    private static Path executable() {
        String given = System.getProperty(PROPERTY, "");
        List<String> places = given.isEmpty() ? USUAL : List.of(given);
        return places.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "no Chromium at "
                                        + String.join(", ", places)
                                        + ": install one (Debian: apt-get install chromium), name"
                                        + " it by -D"
                                        + PROPERTY
                                        + "=/path, or leave these tests out by -D"
                                        + PROPERTY
                                        + "=none"));
    }
}
