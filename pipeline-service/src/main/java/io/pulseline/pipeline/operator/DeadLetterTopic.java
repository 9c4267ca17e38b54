package io.pulseline.pipeline.operator;

import io.pulseline.contracts.Topic;
import io.pulseline.contracts.Topics;
import java.util.List;
import java.util.Optional;

/**
 * A topic of dead letters; there are only those of {@link Topics}.
 *
 * @param name with {@code .dead-letter} at its end
 * @param original where its letters come from
 */
public record DeadLetterTopic(String name, String original) {
    private static final List<DeadLetterTopic> ALL =
            Topics.all().stream()
                    .map(Topic::name)
                    .filter(name -> name.endsWith(Topics.DEAD_LETTER_SUFFIX))
                    .map(DeadLetterTopic::of)
                    .toList();

    private static DeadLetterTopic of(String name) {
        return new DeadLetterTopic(
                name, name.substring(0, name.length() - Topics.DEAD_LETTER_SUFFIX.length()));
    }

    /** All that there are, in the order of the street. */
    public static List<DeadLetterTopic> all() {
        return ALL;
    }

    /** Empty if there is none of that name. */
    public static Optional<DeadLetterTopic> named(String name) {
        return ALL.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }
}
