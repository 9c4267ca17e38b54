package io.pulseline.pipeline.target.fhir;

import io.pulseline.pipeline.setting.Word;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a FHIR server knows us. */
enum Authentication implements Word {
    NONE("none", null),
    BASIC("basic", "the password"),
    BEARER("bearer", "the bearer token"),
    /** OAuth 2.0, RFC 6749 section 4.4: a token endpoint gives short-lived bearer tokens. */
    CLIENT_CREDENTIALS("client-credentials", "the client secret");

    private final String word;
    private final @Nullable String secret;

    Authentication(String word, @Nullable String secret) {
        this.word = word;
        this.secret = secret;
    }

    @Override
    public String word() {
        return word;
    }

    /** What only the user can give, in words; empty if there is nothing. */
    Optional<String> secret() {
        return Optional.ofNullable(secret);
    }
}
