package io.pulseline.localstack;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code status}: one line per part. */
@Command(
        name = "status",
        description = "Shows every part; exit code 0 if all of them are ready, else 1.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private static final String ROW = "%-11s %-9s %8s %6s  %s%n";

    @Mixin private StackOptions options = new StackOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        LocalStack stack = options.stack();
        List<PartStatus> parts =
                stack.status().stream()
                        .filter(status -> stack.parts().contains(status.part()) || status.running())
                        .toList();
        out.printf(ROW, "NAME", "STATE", "PID", "PORT", "READY");
        for (PartStatus status : parts) {
            out.printf(
                    ROW,
                    status.part(),
                    status.running() ? "running" : "stopped",
                    status.running() ? Long.toString(status.pid().orElseThrow()) : "-",
                    status.part().port(),
                    status.ready() ? "yes" : "no");
        }
        out.flush();
        return parts.stream().allMatch(PartStatus::ready) ? 0 : 1;
    }
}
