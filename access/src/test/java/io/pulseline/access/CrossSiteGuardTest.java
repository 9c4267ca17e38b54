package io.pulseline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page of another site can make a browser send, and what it cannot. */
class CrossSiteGuardTest {
    private static final String SESSION = "pulseline-session=x";

    private final RealRequests requests =
            new RealRequests(r -> CrossSiteGuard.objection(r, r.path()).orElse(""));

    @AfterEach
    void stop() {
        requests.close();
    }

    @ParameterizedTest
    @CsvSource({"same-origin, true", "none, true", "same-site, false", "cross-site, false"})
    void whereABrowserSaysItComesFromDecides(String site, boolean passes) {
        assertThat(passes("POST", Map.of("Sec-Fetch-Site", site, "Cookie", SESSION)))
                .isEqualTo(passes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void everyMethodThatChangesSomethingIsGuarded(String method) {
        assertThat(passes(method, Map.of("Sec-Fetch-Site", "cross-site"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void readingIsNot(String method) {
        assertThat(passes(method, Map.of("Sec-Fetch-Site", "cross-site", "Cookie", SESSION)))
                .isTrue();
    }

    @Test
    void anOlderBrowsersOriginMustBeTheHostThatWasAsked() {
        String own = "http://" + requests.host();

        assertThat(passes("POST", Map.of("Origin", own, "Cookie", SESSION))).isTrue();
        assertThat(passes("POST", Map.of("Origin", "https://evil.example"))).isFalse();
        assertThat(passes("POST", Map.of("Origin", "null"))).isFalse();
        assertThat(passes("POST", Map.of("Origin", "::"))).isFalse();
        assertThat(passes("POST", Map.of("Origin", own + ".evil.example"))).isFalse();
    }

    @Test
    void behindAProxyTheHostIsTheOneThatTheBrowserAsked() {
        Map<String, String> headers = new HashMap<>();
        headers.put("Origin", "https://pulseline.example");
        headers.put("X-Forwarded-Host", "pulseline.example:443");

        assertThat(passes("POST", headers)).isTrue();
        headers.put("Origin", "https://pulseline.example:8443");
        assertThat(passes("POST", headers)).isFalse();
    }

    @Test
    void aCookieAloneIsNotEnough() {
        assertThat(passes("POST", Map.of("Cookie", SESSION))).isFalse();
        assertThat(passes("POST", Map.of("Cookie", "q_session_chunk_1=x"))).isFalse();
        assertThat(passes("POST", Map.of("Cookie", "other=x"))).isTrue();
    }

    @Test
    void programsPass() {
        assertThat(passes("POST", Map.of("Authorization", "Basic YTpi"))).isTrue();
    }

    @Test
    void webhooksAreSignedAndPass() {
        String said =
                requests.ask("POST", "/webhooks/fitbit", Map.of("Origin", "https://fitbit.com"));

        assertThat(said).isEmpty();
    }

    private boolean passes(String method, Map<String, String> headers) {
        return requests.ask(method, "/api/pipelines", headers).isEmpty();
    }
}
