package io.pulseline.pipeline.booster.series;

import java.util.Arrays;

/**
 * The median of a window that moves along a column and is kept in order meanwhile: sorting each
 * window anew takes most of the time of an elevation profile. Of an even number of values the lower
 * of the two in the middle.
 */
final class MovingMedian {
    private static final int USUAL_WINDOW = 16;

    private final double[] column;
    private double[] ordered = new double[USUAL_WINDOW];
    private int size;
    private int first;
    private int beyond;

    /**
     * Of nothing yet.
     *
     * @param column without NaN; not copied: leave it alone
     * @param from where the first window begins
     */
    MovingMedian(double[] column, int from) {
        this.column = column;
        this.first = from;
        this.beyond = from;
    }

    /**
     * Moves the window, neither end of it backwards.
     *
     * @param from inclusive
     * @param to exclusive, after {@code from}
     */
    double over(int from, int to) {
        while (beyond < to) {
            add(column[beyond++]);
        }
        while (first < from) {
            remove(column[first++]);
        }
        return ordered[(size - 1) / 2];
    }

    private void add(double value) {
        if (size == ordered.length) {
            ordered = Arrays.copyOf(ordered, 2 * size);
        }
        int found = Arrays.binarySearch(ordered, 0, size, value);
        int place = found < 0 ? -found - 1 : found;
        System.arraycopy(ordered, place, ordered, place + 1, size - place);
        ordered[place] = value;
        size++;
    }

    private void remove(double value) {
        int place = Arrays.binarySearch(ordered, 0, size, value);
        System.arraycopy(ordered, place + 1, ordered, place, size - place - 1);
        size--;
    }
}
