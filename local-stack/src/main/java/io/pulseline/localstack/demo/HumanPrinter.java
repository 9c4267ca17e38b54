package io.pulseline.localstack.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Steps as lines for people, then a table. */
final class HumanPrinter implements StepPrinter {
    private final PrintStream out;

    HumanPrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begins(int number, String name) {
        out.printf(Locale.ROOT, "%2d  %s ...%n", number, name);
    }

    @Override
    public void ended(Step step) {
        out.printf(
                Locale.ROOT,
                "    %s %8s  %s%n",
                step.passed() ? "ok    " : "FAILED",
                seconds(step.elapsed()),
                step.detail());
    }

    @Override
    public void summary(List<Step> steps, List<TargetLine> targets, List<String> remarks) {
        int width = steps.stream().mapToInt(step -> step.name().length()).max().orElse(4);
        String line = "-".repeat(width + 26);
        out.printf("%n%s%n", line);
        out.printf(Locale.ROOT, " #  %-" + width + "s  %9s  %s%n", "step", "time", "result");
        out.println(line);
        for (Step step : steps) {
            out.printf(
                    Locale.ROOT,
                    "%2d  %-" + width + "s  %9s  %s%n",
                    step.number(),
                    step.name(),
                    seconds(step.elapsed()),
                    step.passed() ? "ok" : "FAILED");
        }
        out.println(line);
        for (TargetLine target : targets) {
            out.printf(
                    Locale.ROOT,
                    " %-14s %-9s %9s  %s%n",
                    target.target(),
                    target.what(),
                    seconds(target.after()),
                    target.has());
        }
        if (!targets.isEmpty()) {
            out.println(line);
        }
        remarks.forEach(out::println);
        steps.stream()
                .filter(step -> !step.passed())
                .forEach(step -> out.printf("Failed: %s: %s%n", step.name(), step.detail()));
    }

    private static String seconds(Duration elapsed) {
        return String.format(Locale.ROOT, "%.2f s", elapsed.toMillis() / 1000.0);
    }
}
