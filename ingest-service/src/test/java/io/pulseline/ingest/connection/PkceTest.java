package io.pulseline.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PkceTest {
    /** The example of RFC 7636, appendix B. */
    @Test
    void theChallengeIsTheOneOfTheStandardsExample() {
        assertThat(Pkce.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void aVerifierHasTheLengthAndLettersThatAreAllowed() {
        assertThat(Pkce.unguessable()).matches("[A-Za-z0-9_-]{43}");
        assertThat(Pkce.unguessable()).isNotEqualTo(Pkce.unguessable());
    }
}
