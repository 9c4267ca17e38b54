package io.pulseline.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.localstack.process.ProcessMark;
import io.pulseline.localstack.process.ProcessSpec;
import io.pulseline.localstack.process.Processes;
import io.pulseline.localstack.process.StopSignal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs no running stack; the acceptance tests start a whole one. */
class LocalStackTest {
    private static final String FITBIT =
            "PULSELINE_FITBIT_CLIENT_ID=23XYZ1\nPULSELINE_FITBIT_CLIENT_SECRET=s\n";
    private static final String GOOGLE_HEALTH =
            "PULSELINE_GOOGLE_HEALTH_CLIENT_ID=1-a\nPULSELINE_GOOGLE_HEALTH_CLIENT_SECRET=s\n";

    @TempDir private Path root = Path.of("");

    @Test
    void itsFolderIsForItsOwnerOnly() throws IOException {
        LocalStack.of(root);

        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(root.resolve(".pulseline"))))
                .isEqualTo("rwx------");
    }

    @Test
    void whatIsNotBuiltIsNamedBeforeAnythingStarts() {
        LocalStack stack = LocalStack.of(root);

        assertThatThrownBy(() -> stack.start(Progress.silent()))
                .hasMessageContaining("fitbit-simulator.jar is missing");
        assertThat(stack.status()).noneMatch(PartStatus::running);
    }

    @Test
    void withCredentialsOfBothProvidersThereIsNoSimulator() throws IOException {
        Files.writeString(root.resolve(".env"), FITBIT + GOOGLE_HEALTH);

        LocalStack stack = LocalStack.of(root);

        assertThat(stack.simulatesFitbit()).isFalse();
        assertThat(stack.simulatesGoogleHealth()).isFalse();
        assertThat(stack.parts()).doesNotContain(Part.SIMULATOR).contains(Part.INGEST);
    }

    @Test
    void withCredentialsOfOneTheSimulatorIsTheOther() throws IOException {
        Files.writeString(root.resolve(".env"), GOOGLE_HEALTH);

        LocalStack stack = LocalStack.of(root);

        assertThat(stack.simulatesFitbit()).isTrue();
        assertThat(stack.simulatesGoogleHealth()).isFalse();
        assertThat(stack.parts()).contains(Part.SIMULATOR);
    }

    @Test
    void downStopsItsOwnAndNothingElse() {
        LocalStack stack = LocalStack.of(root);
        ProcessMark own = sleeper(root.resolve(".pulseline/pids"), "proxy");
        ProcessMark foreign = sleeper(root.resolve("elsewhere"), "proxy");
        try {
            assertThat(stack.stop(Progress.silent())).isTrue();

            assertThat(own.isAlive()).isFalse();
            assertThat(foreign.isAlive()).isTrue();
            assertThat(stack.stop(Progress.silent())).isFalse();
        } finally {
            new Processes(root.resolve("elsewhere")).kill("proxy");
        }
    }

    @Test
    void statusShowsEveryPartAndSaysByItsExitCodeThatNotAllAreReady() {
        StringWriter out = new StringWriter();

        int exit =
                Main.commandLine().setOut(new PrintWriter(out)).execute("status", "--root=" + root);

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString())
                .contains("kafka", "postgres", "registry", "simulator", "ingest", "normalizer")
                .contains("pipeline", "proxy", "stopped");
    }

    @Test
    void anUnknownPartIsAnsweredWithTheKnownOnes() {
        StringWriter error = new StringWriter();

        int exit =
                Main.commandLine()
                        .setErr(new PrintWriter(error))
                        .execute("logs", "kafkaesque", "--root=" + root);

        assertThat(exit).isNotZero();
        assertThat(error.toString()).contains("no part 'kafkaesque'", "kafka, postgres");
    }

    @Test
    void logsShowsTheLastLines() throws IOException {
        Path log = LocalStack.of(root).log(Part.INGEST);
        Files.write(log, List.of("one", "two", "three"));
        StringWriter out = new StringWriter();

        int exit =
                Main.commandLine()
                        .setOut(new PrintWriter(out))
                        .execute("logs", "ingest", "-n", "2", "--root=" + root);

        assertThat(exit).isZero();
        assertThat(out.toString().lines()).containsExactly("two", "three");
    }

    private ProcessMark sleeper(Path pids, String name) {
        return new Processes(pids)
                .start(
                        new ProcessSpec(
                                name,
                                List.of("sleep", "60"),
                                Map.of(),
                                root,
                                root.resolve("sleep.log"),
                                StopSignal.TERM));
    }
}
