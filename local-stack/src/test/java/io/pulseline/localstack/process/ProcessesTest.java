package io.pulseline.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SLEEPER = "sleeper";

    @TempDir private Path folder = Path.of("");
    private Processes processes = new Processes(folder);

    @BeforeEach
    void pidsInTheFolder() {
        processes = new Processes(folder.resolve("pids"));
    }

    @AfterEach
    void endAll() {
        processes.kill(SLEEPER);
    }

    @Test
    void anotherCommandFindsWhatOneStartedAndStopsIt() {
        ProcessMark started = processes.start(sleeper("exec sleep 60"));

        Processes later = new Processes(folder.resolve("pids"));
        assertThat(later.running(SLEEPER)).contains(started);
        assertThat(later.stop(SLEEPER, PATIENCE)).isTrue();

        assertThat(started.isAlive()).isFalse();
        assertThat(later.running(SLEEPER)).isEmpty();
        assertThat(later.stop(SLEEPER, PATIENCE)).isFalse();
    }

    @Test
    void aProcessWithTheSamePidButAnotherStartIsNeverTouched() throws IOException {
        ProcessMark innocent = processes.start(sleeper("exec sleep 60"));
        Path pids = folder.resolve("other-pids");
        new PidFile(pids.resolve("ours.pid"))
                .write(
                        new PidFile.Entry(
                                new ProcessMark(innocent.pid(), innocent.start() - 1),
                                StopSignal.TERM));
        Processes ours = new Processes(pids);

        assertThat(ours.running("ours")).isEmpty();
        assertThat(ours.stop("ours", PATIENCE)).isFalse();
        assertThat(ours.kill("ours")).isFalse();

        assertThat(innocent.isAlive()).isTrue();
        assertThat(pids.resolve("ours.pid")).doesNotExist();
    }

    @Test
    void aDamagedPidFileProvesNothing() throws IOException {
        Files.createDirectories(folder.resolve("pids"));
        for (String damaged : List.of("", "1", "1\nx\nTERM\n", "1\n2\nNO\n", "1\n2\nTERM\n4\n")) {
            Files.writeString(folder.resolve("pids/sleeper.pid"), damaged);

            assertThat(processes.running(SLEEPER)).isEmpty();
        }
    }

    @Test
    void whoDoesNotListenIsEndedByForce() {
        ProcessMark deaf =
                processes.start(sleeper("trap '' TERM; echo deaf; while :; do sleep 0.1; done"));
        Path log = folder.resolve("sleeper.log");
        assertThat(
                        Waiting.until(
                                PATIENCE,
                                Duration.ofMillis(10),
                                () -> LogTail.of(log, 1).contains("deaf")))
                .isTrue();

        assertThat(processes.stop(SLEEPER, Duration.ofMillis(200))).isTrue();

        assertThat(deaf.isAlive()).isFalse();
    }

    @Test
    void whenAKillReturnsThePortIsFree() {
        int port = Ports.free();
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PortHolder.class.getName(),
                        Integer.toString(port));
        processes.start(
                new ProcessSpec(
                        SLEEPER,
                        command,
                        Map.of(),
                        folder,
                        folder.resolve("sleeper.log"),
                        StopSignal.TERM));
        assertThat(Waiting.until(PATIENCE, Duration.ofMillis(10), () -> !Ports.isFree(port)))
                .isTrue();

        processes.kill(SLEEPER);

        assertThat(Ports.isFree(port)).isTrue();
    }

    @Test
    void aPausedProcessLivesAndGoesOnWhenResumed() throws IOException {
        ProcessMark paused = processes.start(sleeper("exec sleep 60"));

        processes.pause(SLEEPER);
        assertThat(Files.readString(Path.of("/proc/" + paused.pid() + "/stat"))).contains(") T ");
        assertThat(paused.isAlive()).isTrue();
        processes.resume(SLEEPER);

        assertThat(Files.readString(Path.of("/proc/" + paused.pid() + "/stat")))
                .doesNotContain(") T ");
    }

    @Test
    void oneNameRunsOnce() {
        ProcessMark first = processes.start(sleeper("exec sleep 60"));

        assertThatThrownBy(() -> processes.start(sleeper("exec sleep 60")))
                .hasMessage("sleeper runs already, pid " + first.pid());
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        ProcessSpec spec =
                new ProcessSpec(
                        SLEEPER,
                        List.of("/there/is/no/program"),
                        Map.of(),
                        folder.resolve("nowhere"),
                        folder.resolve("sleeper.log"),
                        StopSignal.TERM);

        assertThatThrownBy(() -> processes.start(spec)).hasMessageContaining(SLEEPER);
    }

    private ProcessSpec sleeper(String script) {
        return new ProcessSpec(
                SLEEPER,
                List.of("sh", "-c", script),
                Map.of(),
                folder,
                folder.resolve("sleeper.log"),
                StopSignal.TERM);
    }
}
