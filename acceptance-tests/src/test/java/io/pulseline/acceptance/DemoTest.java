package io.pulseline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The demo itself, as a user starts it. */
class DemoTest {
    private static final Path LOCAL_STACK =
            Path.of("..", "local-stack", "target", "app", "local-stack.jar")
                    .toAbsolutePath()
                    .normalize();

    private final RunningStack stack = RunningStack.shared();

    @Test
    void theDemoAgainstTheRunningStackPassesEveryStep() throws IOException, InterruptedException {
        // When
        Result demo = demo("--against", stack.address(), "--json");

        // Then
        assertThat(demo.exitCode()).as(demo.output()).isZero();
        assertThat(demo.output().lines())
                .filteredOn(line -> line.contains("\"step\""))
                .hasSizeGreaterThanOrEqualTo(19)
                .allMatch(line -> line.contains("\"passed\":true"));
    }

    @Test
    void theDemoAgainstNothingNamesTheStepAndFails() throws IOException, InterruptedException {
        // When
        Result demo = demo("--against", "http://localhost:1", "--json");

        // Then
        assertThat(demo.exitCode()).isEqualTo(1);
        assertThat(demo.output()).contains("\"passed\":false");
    }

    @Test
    void theDemoWithoutKafkaNamesThatAndFails() throws IOException, InterruptedException {
        // When
        Result demo = demo("--against", stack.address(), "--json", "--kafka", "localhost:1");

        // Then
        assertThat(demo.exitCode()).isEqualTo(1);
        assertThat(demo.output()).contains("\"passed\":false").contains("Kafka at localhost:1");
    }

    private record Result(int exitCode, String output) {}

    private Result demo(String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                java.util.List.of(
                        "-jar",
                        LOCAL_STACK.toString(),
                        "demo",
                        "--root",
                        Path.of("..").toString()));
        command.addAll(java.util.List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PULSELINE_DEMO_PASSWORD", stack.demoPassword());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).as("the demo ends").isTrue();
        return new Result(process.exitValue(), output);
    }
}
