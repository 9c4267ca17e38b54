package io.pulseline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The play itself, as a user starts it: small, and on processes of its own. */
class PlayTest {
    private static final Path LOCAL_STACK =
            Path.of("..", "local-stack", "target", "app", "local-stack.jar")
                    .toAbsolutePath()
                    .normalize();
    private static final Path STATE =
            Path.of("target", "plays", Long.toString(System.currentTimeMillis()));

    /** What it wrote on both outputs; the result is the last line. */
    private record Result(int exitCode, String output) {
        String lastLine() {
            return output.lines().reduce("", (_, last) -> last);
        }
    }

    @Test
    void threeDaysOfFivePeopleWithFaultsEqualTheTruth() throws IOException, InterruptedException {
        // When
        Result play = play("--quick", "--faults", "--seed", "1", "--json", "--state", "" + STATE);

        // Then
        assertThat(play.exitCode()).as(play.output()).isZero();
        JsonPath result = JsonPath.from(play.lastLine());
        assertThat(result.getBoolean("passed")).isTrue();
        assertThat(result.getList("records.expected", Integer.class))
                .as(play.output())
                .hasSize(8)
                .allMatch(expected -> expected > 0);
    }

    @Test
    void anotherProviderIsRefusedByName() throws IOException, InterruptedException {
        // When
        Result play = play("--provider", "garmin");

        // Then
        assertThat(play.exitCode()).isEqualTo(2);
        assertThat(play.output())
                .contains("garmin cannot be played; fitbit, google-health, mixed can");
    }

    private static Result play(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-jar", LOCAL_STACK.toString(), "play"));
        command.addAll(List.of("--root", Path.of("..").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("the play ends").isTrue();
        return new Result(process.exitValue(), output);
    }
}
