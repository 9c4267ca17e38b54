package io.pulseline.simulator.googlehealth;

/** The knobs as they stand now. Safe for use by several threads. */
final class KnobBoard {
    private final Knobs first;
    private volatile Knobs now;

    KnobBoard(Knobs first) {
        this.first = first;
        now = first;
    }

    Knobs.Consent consent() {
        return now.consent();
    }

    Knobs.Answers answers() {
        return now.answers();
    }

    Knobs.Webhooks webhooks() {
        return now.webhooks();
    }

    Knobs all() {
        return now;
    }

    void set(Knobs knobs) {
        now = knobs;
    }

    void reset() {
        now = first;
    }
}
