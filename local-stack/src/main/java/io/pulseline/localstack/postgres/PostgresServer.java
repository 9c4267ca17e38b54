package io.pulseline.localstack.postgres;

import io.pulseline.localstack.process.LogTail;
import io.pulseline.localstack.process.ProcessSpec;
import io.pulseline.localstack.process.StopSignal;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server on loopback with the user {@code pulseline} (password the same) and the
 * databases {@code ingest} and {@code pipeline}. It runs as a process of its own, without a JVM
 * around it.
 */
public final class PostgresServer {
    public static final String USER = "pulseline";
    public static final String PASSWORD = "pulseline";
    public static final List<String> DATABASES = List.of("ingest", "pipeline");

    private static final int PREPARATION_LIMIT_SECONDS = 60;

    /** In {@code postmaster.pid}, counted from 0: where the server writes its state. */
    private static final int STATE_LINE = 7;

    private final Path directory;
    private final Path log;
    private final int port;
    private final boolean durable;

    /**
     * @param directory of its data, made by {@link #prepare}
     * @param durable false only where a power cut may cost the data: tests
     */
    public PostgresServer(Path directory, Path log, int port, boolean durable) {
        this.directory = directory.toAbsolutePath();
        this.log = log.toAbsolutePath();
        this.port = port;
        this.durable = durable;
    }

    /**
     * Makes programs and data ready; does nothing where that was done before.
     *
     * @param home folder of the unpacked programs
     * @return the process to start
     */
    public ProcessSpec prepare(Path home) {
        Path programs = PostgresBinaries.in(home).resolve("bin");
        if (!Files.exists(directory.resolve("PG_VERSION"))) {
            initialise(programs);
        }
        return new ProcessSpec(
                "postgres", command(programs), Map.of(), directory, log, StopSignal.INT);
    }

    private List<String> command(Path programs) {
        List<String> command = new ArrayList<>(unprivileged());
        command.addAll(List.of(programs.resolve("postgres").toString(), "-D", "" + directory));
        command.addAll(List.of("-p", Integer.toString(port)));
        command.addAll(List.of("-c", "listen_addresses=localhost"));
        // Clients come by TCP; a socket in /tmp would clash with a PostgreSQL of the machine.
        command.addAll(List.of("-c", "unix_socket_directories="));
        command.addAll(List.of("-c", "max_connections=200"));
        if (!durable) {
            command.addAll(List.of("-c", "fsync=off", "-c", "full_page_writes=off"));
            command.addAll(List.of("-c", "synchronous_commit=off"));
        }
        return command;
    }

    /**
     * Whether the server takes connections.
     *
     * @param pid of its process: one that was killed leaves its state behind
     */
    public boolean isReady(long pid) {
        try {
            List<String> lines = Files.readAllLines(directory.resolve("postmaster.pid"));
            return lines.size() > STATE_LINE
                    && lines.getFirst().strip().equals(Long.toString(pid))
                    && lines.get(STATE_LINE).strip().equals("ready");
        } catch (IOException _) {
            return false;
        }
    }

    /** A half-made directory never gets the final name, so a break-off only costs the time. */
    private void initialise(Path programs) {
        Path draft = directory.resolveSibling(directory.getFileName() + "-draft");
        Path password = directory.resolveSibling(directory.getFileName() + "-password");
        try {
            Files.createDirectories(directory.getParent());
            PostgresBinaries.deleteTree(draft);
            Files.writeString(password, PASSWORD);
            List<String> initdb = new ArrayList<>(unprivileged());
            initdb.addAll(List.of(programs.resolve("initdb").toString(), "-D", draft.toString()));
            initdb.addAll(List.of("-U", USER, "--pwfile=" + password));
            initdb.addAll(List.of("--auth-local=trust", "--auth-host=scram-sha-256"));
            initdb.addAll(List.of("--encoding=UTF8", "--locale=C", "--no-sync"));
            run(programs, initdb, "");
            List<String> single = new ArrayList<>(unprivileged());
            single.addAll(List.of(programs.resolve("postgres").toString(), "--single", "-j"));
            single.addAll(List.of("-D", draft.toString(), "postgres"));
            run(programs, single, createDatabases());
            Files.delete(password);
            Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL data directory " + directory + " cannot be made", e);
        }
    }

    /** In this mode an empty line ends a statement. */
    private static String createDatabases() {
        StringBuilder statements = new StringBuilder();
        for (String database : DATABASES) {
            statements.append("CREATE DATABASE ").append(database).append(";\n\n");
        }
        return statements.toString();
    }

    private void run(Path workingDirectory, List<String> command, String input) throws IOException {
        Files.createDirectories(log.getParent());
        Process process =
                new ProcessBuilder(command)
                        .directory(workingDirectory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(log.toFile()))
                        .start();
        try (var toProcess = process.outputWriter()) {
            toProcess.write(input);
        }
        try {
            if (!process.waitFor(PREPARATION_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command + " took longer than 60 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IOException(command + " interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new IOException(
                    command
                            + " ended with "
                            + process.exitValue()
                            + ": "
                            + String.join(" | ", LogTail.of(log, 5)));
        }
    }

    /**
     * PostgreSQL refuses to run as root. In a user namespace of its own it is nobody, yet keeps the
     * right to its files.
     */
    private static List<String> unprivileged() {
        boolean root = "root".equals(System.getProperty("user.name"));
        return root && new File("/usr/bin/unshare").canExecute()
                ? List.of("/usr/bin/unshare", "-U")
                : List.of();
    }
}
