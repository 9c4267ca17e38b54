package io.pulseline.localstack.play;

import io.pulseline.contracts.Topic;
import io.pulseline.contracts.Topics;
import java.util.List;

/** Counts what the services could not read. */
final class DeadLetters {
    private DeadLetters() {}

    static long count(TopicReading topics) {
        List<String> names =
                Topics.all().stream()
                        .map(Topic::name)
                        .filter(name -> name.endsWith(Topics.DEAD_LETTER_SUFFIX))
                        .toList();
        long[] count = new long[1];
        topics.readAll(names, _ -> count[0]++);
        return count[0];
    }
}
