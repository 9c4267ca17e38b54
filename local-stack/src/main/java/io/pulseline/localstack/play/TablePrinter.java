package io.pulseline.localstack.play;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** For people: a line for each simulated day, then a table. */
final class TablePrinter implements PlayPrinter {
    private static final String LINE = "-".repeat(78);

    private final PrintStream out;

    TablePrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void started(String step, double seconds) {
        out.printf(Locale.ROOT, "  %6.1f s  %s%n", seconds, step);
    }

    @Override
    public void connected(int people) {
        out.printf("%d people connected; they live now%n", people);
    }

    @Override
    public void lived(PlayOptions options, TimeMover time) {
        out.printf(
                Locale.ROOT,
                "  day %2d until %s  %5d steps, %d ms each%n",
                Duration.between(options.start(), time.now()).toDays(),
                time.now(),
                time.steps(),
                time.perStep().toMillis());
    }

    @Override
    public void compares() {
        out.println("Reading all topics from their beginning, comparing with the truth");
    }

    @Override
    public void ended(PlayResult result) {
        out.println();
        out.println(LINE);
        out.printf(
                "%-24s %10s %10s %8s %8s %8s%n",
                "record", "expected", "found", "missing", "doubled", "wrong");
        out.println(LINE);
        result.records().forEach(this::row);
        out.println(LINE);
        result.records()
                .forEach(comparison ->
                        comparison
                                .differences()
                                .forEach(difference ->
                                        out.println(comparison.recordType() + ": " + difference)));
        figures(result);
        result.failures().forEach(failure -> out.println("FAILED: " + failure));
        out.println(result.passed() ? "The play passed." : "The play failed.");
    }

    private void row(Comparison comparison) {
        out.printf(
                "%-24s %10d %10d %8d %8d %8d%n",
                comparison.recordType(),
                comparison.expected(),
                comparison.found(),
                comparison.missing(),
                comparison.doubled(),
                comparison.wrong());
    }

    private void figures(PlayResult result) {
        out.printf(
                Locale.ROOT,
                "messages    %d on the topics of records, %.1f %% of them repeat the one before%n",
                result.messages(),
                100.0 * result.repeated() / Math.max(1, result.messages()));
        result.usages().forEach(this::requests);
        out.println("struck      " + result.struck());
        PlayResult.Pace pace = result.pace();
        out.printf(
                Locale.ROOT,
                "time        until %s in %d steps of %d ms; %d s in all%n",
                pace.end(),
                pace.steps(),
                pace.perStep().toMillis(),
                pace.took().toSeconds());
        pace.waited()
                .forEach((what, time) ->
                        out.printf("            %d s for %s%n", time.toSeconds(), what));
    }

    private void requests(Usage usage) {
        String title = usage.side().title();
        spent(title, "user-day", usage.userDay(), usage.liveUserDay());
        spent(title, "user-hour", usage.userHour(), usage.liveUserHour());
        out.println(
                "requests    live is after the first two days, without whose tracker comes back after"
                        + " weeks");
        switch (usage.side()) {
            case FITBIT -> {}
            case GOOGLE_HEALTH ->
                    out.printf(
                            "requests    %s: at most %d in a user-minute, of the %d it allows%n",
                            title, usage.mostInAMinute(), Usage.GOOGLE_MINUTE);
        }
        out.printf("requests    %s: quota exceeded %d times%n", title, usage.quotaExceeded());
    }

    private void spent(String title, String unit, Usage.Spent all, Usage.Spent live) {
        out.printf(
                Locale.ROOT,
                "requests    %s: %.1f per %s, at most %d; live %.1f, at most %d%n",
                title,
                all.mean(),
                unit,
                all.most(),
                live.mean(),
                live.most());
    }

    @Override
    public void brokeOff(String reason) {
        out.println("FAILED: the play broke off: " + reason);
    }

    @Override
    public void remark(String sentence) {
        out.println(sentence);
    }
}
