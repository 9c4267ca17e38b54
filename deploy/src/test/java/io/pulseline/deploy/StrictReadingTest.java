package io.pulseline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kubernetes would take every manifest as it is written. */
class StrictReadingTest {
    private static final String SERVICE =
            """
            apiVersion: v1
            kind: Service
            metadata: {name: pulse}
            spec:
              selector: {app: pulse}
              ports: [{name: http, port: 80}]
            """;

    static Stream<Manifest> manifests() {
        return Manifests.all().stream();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void everyManifestIsReadWithoutLoss(Manifest manifest) {
        assertThat(StrictReader.problems(manifest)).isEmpty();
    }

    @Test
    void theReaderHasNothingAgainstAGoodService() {
        assertThat(problems(SERVICE)).isEmpty();
    }

    @Test
    void theReaderFindsAMisspeltField() {
        assertThat(problems(SERVICE.replace("selector", "selectors"))).isNotEmpty();
    }

    @Test
    void theReaderFindsATextWhereANumberBelongs() {
        assertThat(problems(SERVICE.replace("port: 80", "port: \"80\""))).isNotEmpty();
    }

    @Test
    void theReaderFindsARemovedApiVersion() {
        String old = SERVICE.replace("v1", "extensions/v1beta1").replace("Service", "Ingress");
        assertThat(problems(old)).isNotEmpty();
    }

    private static List<String> problems(String yaml) {
        return StrictReader.problems(Manifests.parse("test", yaml).getFirst());
    }
}
