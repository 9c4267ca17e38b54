package io.pulseline.simulator.http;

import java.time.Duration;

/** What makes an answer, or a repetition, come late. */
public final class Delay {
    private Delay() {}

    /** Waits in real time; false if the simulator was closed meanwhile. */
    public static boolean of(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
