package io.pulseline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
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
        // Given
        daysOfItsOwn();

        // When
        Result demo =
                demo(
                        "--against",
                        stack.address(),
                        "--json",
                        "--archive",
                        stack.archive().toString());

        // Then
        assertThat(demo.exitCode()).as(demo.output()).isZero();
        assertThat(demo.output().lines())
                .filteredOn(line -> line.contains("\"step\""))
                .hasSizeGreaterThanOrEqualTo(34)
                .allMatch(line -> line.contains("\"passed\":true"));
        assertThat(detailOf(demo, "another device's FIT file")).contains("no heart rate");
        assertThat(detailOf(demo, "Its run waits for the tracker's heart rate"))
                .startsWith("WAITING: heart rate from ")
                .endsWith("asked for at once and after 1 min, no webhook");
        assertThat(detailOf(demo, "3 minutes later the tracker has synced"))
                .startsWith("activity.created, STRENGTH, 45 min, ")
                .contains("beats per minute on average")
                .contains("fitbit-heart-rate ADDED", "webhook DELIVERED", "strava DELIVERED");
        assertThat(detailOf(demo, "Of the strength workout nobody was told twice"))
                .startsWith("1 webhook");
        JsonPath summary = JsonPath.from(demo.output().lines().toList().getLast());
        assertThat(summary.<String>getList("targets.findAll { it.what == 'the run' }.target"))
                .containsExactlyInAnyOrder(
                        "webhook", "kafka", "fhir", "strava", "intervals-icu", "file-archive");
        assertThat(summary.<String>getList("targets.findAll { it.what == 'the night' }.target"))
                .containsExactlyInAnyOrder(
                        "webhook", "kafka", "fhir", "intervals-icu", "file-archive");
        assertThat(summary.getString("targets.find { it.target == 'file-archive' }.has"))
                .contains("kB of FIT");
    }

    /** A night that two providers tell of one user is one night: demos share none. */
    private void daysOfItsOwn() {
        stack.forgetsEverybody();
        stack.advanceClock(Duration.ofDays(2));
    }

    private static String detailOf(Result demo, String step) {
        return demo.output()
                .lines()
                .filter(line -> line.startsWith("{\"step\""))
                .map(JsonPath::from)
                .filter(line -> line.getString("name").contains(step))
                .map(line -> line.getString("detail"))
                .findFirst()
                .orElse("no step is named " + step);
    }

    @Test
    void theDemoOverGoogleHealthSaysTheSameInWords() throws IOException, InterruptedException {
        // Given
        daysOfItsOwn();

        // When
        Result demo = demo("--against", stack.address(), "--provider", "google-health");

        // Then
        assertThat(demo.exitCode()).as(demo.output()).isZero();
        assertThat(demo.output())
                .containsPattern("strava +the run +[0-9.]+ s  .* km, [0-9]+ heart-rate samples")
                .containsPattern("file-archive +the night +[0-9.]+ s  delivered; the directory")
                .contains(
                        "45 minutes of strength end; another device's FIT file of it is taken ...")
                .containsPattern("ok +[0-9.]+ s  15 sets, no heart rate, no GPS")
                .containsPattern("ok +[0-9.]+ s  WAITING: heart rate from .* is not there yet")
                .containsPattern("ok +[0-9.]+ s  activity.created, STRENGTH, 45 min, [0-9]+ heart");
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
