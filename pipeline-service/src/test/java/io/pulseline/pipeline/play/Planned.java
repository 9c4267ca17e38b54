package io.pulseline.pipeline.play;

import java.util.List;

/**
 * One activity of the plan and what happens to it.
 *
 * @param told what is told of it, one after the other; more than one only where it is corrected
 */
public record Planned(Story story, List<Workout> told) {
    public Planned {
        told = List.copyOf(told);
    }

    static Planned of(Story story, Workout workout) {
        return new Planned(story, List.of(workout));
    }

    public int number() {
        return first().number();
    }

    Workout first() {
        return told.getFirst();
    }

    Workout last() {
        return told.getLast();
    }
}
