package io.pulseline.pipeline.target.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://example.com:8443/a?b=c",
                "HTTPS://EXAMPLE.COM/x",
                "https://[2606:4700::1]/x",
            })
    void thePublicWebWillDo(String address) {
        assertThat(HttpAddress.complaint(address, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "//example.com",
                "ftp://example.com",
                "file:///etc/passwd",
                "http://example.com",
                "https://",
                "https:///x",
                "https://user:word@example.com/",
                "https://example.com/#x",
                "https://example.com:0/",
                "https://example.com:99999/",
                "https://exa mple.com/",
                "javascript:alert(1)",
            })
    void theRestIsRefusedWithAReason(String address) {
        assertThat(HttpAddress.complaint(address, false)).isPresent();
    }

    @Test
    void plainHttpNeedsTheOperatorsLeave() {
        assertThat(HttpAddress.complaint("http://localhost:9000/x", true)).isEmpty();
    }
}
