package io.pulseline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NamedUuidTest {
    @Test
    void theVectorOfTheRfcComesOut() {
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        assertThat(NamedUuid.of(dns, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Property
    void everyNameGivesAVersionFiveUuidAndAlwaysTheSame(@ForAll String name) {
        UUID id = NamedUuid.of(NamedUuid.URL_NAMESPACE, name);

        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(NamedUuid.of(NamedUuid.URL_NAMESPACE, name)).isEqualTo(id);
    }

    @Property
    void otherNamesAndOtherNamespacesGiveOtherIds(@ForAll long first, @ForAll long second) {
        String one = Long.toString(first);
        String other = Long.toString(second);

        assertThat(
                        NamedUuid.of(NamedUuid.URL_NAMESPACE, one)
                                .equals(NamedUuid.of(NamedUuid.URL_NAMESPACE, other)))
                .isEqualTo(first == second);
        assertThat(NamedUuid.of(new UUID(first, second), one))
                .isNotEqualTo(NamedUuid.of(new UUID(first, second + 1), one));
    }
}
