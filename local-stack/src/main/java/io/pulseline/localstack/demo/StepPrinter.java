package io.pulseline.localstack.demo;

import java.util.List;

/** Shows steps as they end, and all of them at the end. */
interface StepPrinter {
    /** A step begins. */
    void begins(int number, String name);

    /** A step has ended, well or not. */
    void ended(Step step);

    /** The demo is over. */
    void summary(List<Step> steps, List<TargetLine> targets, List<String> remarks);
}
