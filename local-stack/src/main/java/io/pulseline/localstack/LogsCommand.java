package io.pulseline.localstack;

import io.pulseline.localstack.process.LogTail;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code logs}: the last lines of a part's log, and on request what comes after them. */
@Command(
        name = "logs",
        description = "Shows the end of a part's log.",
        mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
    private static final int POLL_MILLISECONDS = 200;
    private static final int CHUNK_BYTES = 64 * 1024;

    /** Names for the help text. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Part.values()).map(Part::label).iterator();
        }
    }

    @Mixin private StackOptions options = new StackOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "NAME",
            completionCandidates = Names.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private String name = "";

    @Option(
            names = {"-n", "--lines"},
            description = "How many (${DEFAULT-VALUE}).",
            defaultValue = "200")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path log = options.stack().log(Part.of(name));
        PrintWriter out = spec.commandLine().getOut();
        if (!Files.exists(log) && !follow) {
            out.println(name + " has not run yet: there is no " + log);
            return 1;
        }
        long end = Files.exists(log) ? Files.size(log) : 0;
        LogTail.of(log, lines).forEach(out::println);
        out.flush();
        if (follow) {
            followFrom(end, log, out);
        }
        return 0;
    }

    private static void followFrom(long start, Path log, PrintWriter out)
            throws IOException, InterruptedException {
        long position = start;
        byte[] chunk = new byte[CHUNK_BYTES];
        while (!out.checkError()) {
            if (Files.exists(log)) {
                try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
                    file.seek(Math.min(position, file.length()));
                    int read;
                    while ((read = file.read(chunk)) > 0) {
                        out.print(new String(chunk, 0, read, StandardCharsets.UTF_8));
                    }
                    position = file.getFilePointer();
                }
            }
            Thread.sleep(POLL_MILLISECONDS);
        }
    }
}
