package io.pulseline.pipeline.operator;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in its topic a record is. */
public record Place(int partition, long offset) implements Comparable<Place> {
    /** Before everything. */
    static final Place BEGINNING = new Place(0, -1);

    private static final Pattern MARK = Pattern.compile("(\\d{1,6})-(\\d{1,18})");

    /** What asks for the page after this one. */
    String mark() {
        return partition + "-" + offset;
    }

    /** Empty if it is not a mark of ours. */
    static Optional<Place> read(String mark) {
        Matcher parts = MARK.matcher(mark);
        return parts.matches()
                ? Optional.of(
                        new Place(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(Place other) {
        return partition == other.partition
                ? Long.compare(offset, other.offset)
                : Integer.compare(partition, other.partition);
    }
}
