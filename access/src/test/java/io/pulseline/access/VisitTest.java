package io.pulseline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitTest {
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "GET, -, true",
                "GET, Sec-Fetch-Mode: navigate, true",
                "GET, Sec-Fetch-Mode: cors, false",
                "GET, HX-Request: true, false",
                "GET, X-Requested-With: XMLHttpRequest, false",
                "GET, Accept: application/json, false",
                "GET, Accept: */*, false",
                "POST, -, false",
                "DELETE, -, false",
            })
    void aPageLoadIsAGetForHtmlThatNoScriptSent(String method, String header, boolean isOne) {
        Map<String, String> headers = new HashMap<>(Map.of("Accept", HTML));
        if (header != null) {
            int colon = header.indexOf(": ");
            headers.put(header.substring(0, colon), header.substring(colon + 2));
        }
        try (RealRequests requests = new RealRequests(r -> Boolean.toString(Visit.isPageLoad(r)))) {
            assertThat(requests.ask(method, "/", headers)).isEqualTo(Boolean.toString(isOne));
        }
    }

    @Test
    void theAddressIsTheOneThatOurProxySaw() {
        try (RealRequests requests = new RealRequests(Visit::address)) {
            assertThat(requests.ask("GET", "/", Map.of())).isEqualTo("127.0.0.1");
            assertThat(requests.ask("GET", "/", Map.of("X-Forwarded-For", "1.1.1.1, 203.0.113.9")))
                    .isEqualTo("203.0.113.9");
        }
    }
}
