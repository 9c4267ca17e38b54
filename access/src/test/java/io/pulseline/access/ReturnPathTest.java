package io.pulseline.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/activities?after=x&type=RUN", "/pipelines/1#targets", "/loginx"})
    void aPathOfThisSiteIsKept(String given) {
        assertThat(ReturnPath.of(given).path()).isEqualTo(given);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "/a\\b",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "evil.example",
                "/a b",
                "/\u00e4",
                "/login",
                "/login?next=/login",
                "/login/done",
                "/logout",
                "/j_security_check",
            })
    void everythingElseLeadsHome(String given) {
        assertThat(ReturnPath.of(given)).isEqualTo(ReturnPath.HOME);
    }

    @Test
    void aVeryLongOneLeadsHome() {
        assertThat(ReturnPath.of("/" + "a".repeat(2_000))).isEqualTo(ReturnPath.HOME);
    }

    @Test
    void theLoginPageRemembersIt() {
        assertThat(ReturnPath.of("/activities?after=x&type=RUN").loginPage())
                .isEqualTo("/login?next=%2Factivities%3Fafter%3Dx%26type%3DRUN");
        assertThat(ReturnPath.HOME.loginPage()).isEqualTo("/login");
    }
}
