package io.pulseline.pipeline.target.fhir;

import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.Recipient;
import java.util.Optional;

/** Opens the door of each target's server. */
final class Logins {
    private final AccessTokens tokens;

    Logins(AccessTokens tokens) {
        this.tokens = tokens;
    }

    Login of(Recipient recipient, TimedCalls calls) {
        Authentication authentication = FhirSettings.authentication(recipient.configuration());
        if (authentication == Authentication.NONE) {
            return Login.none();
        }
        String secret = recipient.secret();
        if (secret == null) {
            String needed = authentication.secret().orElse("a secret");
            return new Login.Failed(
                    new DeliveryOutcome.Paused(FhirAnswer.WHOSE + " needs " + needed));
        }
        return switch (authentication) {
            case NONE -> Login.none();
            case BEARER -> Login.bearer(secret);
            case CLIENT_CREDENTIALS -> tokens.token(recipient, secret, calls);
            case BASIC -> {
                String name = FhirSettings.text(recipient.configuration(), FhirSettings.USER_NAME);
                yield new Login.Header(Optional.of(Login.basic(name + ":" + secret)));
            }
        };
    }

    /** Another one after a 401; empty where only the user could give another. */
    Optional<Login> again(Recipient recipient, TimedCalls calls) {
        String secret = recipient.secret();
        boolean canAsk =
                FhirSettings.authentication(recipient.configuration())
                        == Authentication.CLIENT_CREDENTIALS;
        return canAsk && secret != null
                ? Optional.of(tokens.fresh(recipient, secret, calls))
                : Optional.empty();
    }
}
