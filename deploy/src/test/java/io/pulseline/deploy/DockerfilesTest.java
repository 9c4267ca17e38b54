package io.pulseline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five images, one way to build and to run them. */
class DockerfilesTest {
    private static final Pattern BUILD_STAGE = Pattern.compile("(?s)FROM .*? AS build\n.*?\n\n");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ingest-service",
                "normalizer-service",
                "pipeline-service",
                "fitbit-simulator",
                "local-stack"
            })
    void anImageSharesTheBuildAndRunsAsNobodyInParticular(String module) {
        String dockerfile = dockerfile(module);

        assertThat(buildStage(dockerfile)).isEqualTo(buildStage(dockerfile("ingest-service")));
        assertThat(dockerfile)
                .contains("\nFROM eclipse-temurin:25-jre\n", "\nUSER 10001:10001\n")
                .contains("org.opencontainers.image.title=\"pulseline/" + module + "\"")
                .contains("\nENTRYPOINT [\"java\", ", "\"-XX:MaxRAMPercentage=")
                .contains("COPY --from=build /pulseline/" + module + "/target/")
                // Such a line names an image, which must then be fetched.
                .doesNotContain("# syntax=");
    }

    private static String dockerfile(String module) {
        return Manifests.read(Manifests.ROOT.resolve(module).resolve("Dockerfile"));
    }

    private static String buildStage(String dockerfile) {
        return BUILD_STAGE
                .matcher(dockerfile)
                .results()
                .map(result -> result.group())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no build stage"));
    }
}
