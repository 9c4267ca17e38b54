package io.pulseline.pipeline.target.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.pipeline.target.DeliveryOutcome;
import java.util.Base64;
import java.util.Optional;

/** What a call shows to be let in. */
sealed interface Login {

    /** The value of the header Authorization; empty for none. */
    final class Header implements Login {
        private final Optional<String> value;

        Header(Optional<String> value) {
            this.value = value;
        }

        Optional<String> value() {
            return value;
        }
    }

    /** There is nothing to show. */
    record Failed(DeliveryOutcome outcome) implements Login {}

    static Login none() {
        return new Header(Optional.empty());
    }

    static Login bearer(String token) {
        return new Header(Optional.of("Bearer " + token));
    }

    /** Basic authentication, RFC 7617, as the value of the header. */
    static String basic(String nameAndPassword) {
        return "Basic " + Base64.getEncoder().encodeToString(nameAndPassword.getBytes(UTF_8));
    }
}
