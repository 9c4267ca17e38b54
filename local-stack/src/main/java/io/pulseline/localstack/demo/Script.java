package io.pulseline.localstack.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs steps in order, times them, and stops at the first that does not come true. */
final class Script {
    private final StepPrinter printer;
    private final List<Step> steps = new ArrayList<>();
    private final List<TargetLine> targets = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    Script(StepPrinter printer) {
        this.printer = printer;
    }

    /** What a step does; the text it returns says what was seen. */
    interface Action {
        String run() throws Exception;
    }

    /** Runs one step, unless an earlier one failed. */
    void step(String name, Action action) {
        if (!passed()) {
            return;
        }
        int number = steps.size() + 1;
        printer.begins(number, name);
        long begun = System.nanoTime();
        Step step = ended(number, name, begun, action);
        steps.add(step);
        printer.ended(step);
    }

    private static Step ended(int number, String name, long begun, Action action) {
        try {
            String seen = action.run();
            return new Step(number, name, true, since(begun), seen);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Step(number, name, false, since(begun), "interrupted");
        } catch (Exception e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Step(number, name, false, since(begun), reason);
        }
    }

    /** Something has arrived at a target, for the summary. */
    void arrived(TargetLine line) {
        targets.add(line);
    }

    /** A sentence for the end of the summary. */
    void remark(String sentence) {
        remarks.add(sentence);
    }

    boolean passed() {
        return steps.stream().allMatch(Step::passed);
    }

    void summarise() {
        printer.summary(steps, targets, remarks);
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
