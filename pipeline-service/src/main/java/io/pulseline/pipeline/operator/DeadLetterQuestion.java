package io.pulseline.pipeline.operator;

import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.InvalidFormException;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which page of which dead letters somebody asks for.
 *
 * @param after it begins behind this place
 * @param limit how many at most
 */
public record DeadLetterQuestion(DeadLetterTopic topic, Place after, int limit) {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    /**
     * Reads a request.
     *
     * @throws NotFoundException if there is no such topic of dead letters
     * @throws InvalidFormException naming every parameter that is wrong
     */
    public static DeadLetterQuestion read(String topic, Map<String, List<String>> parameters) {
        DeadLetterTopic known = known(topic);
        List<FieldError> errors = new ArrayList<>();
        parameters.keySet().stream()
                .filter(name -> !Set.of("after", "limit").contains(name))
                .sorted()
                .forEach(name -> errors.add(new FieldError(name, "is not known here")));
        Optional<String> mark = one(parameters, "after");
        Optional<Place> after = mark.flatMap(Place::read);
        if (mark.isPresent() && after.isEmpty()) {
            errors.add(new FieldError("after", "is not the 'next' of an earlier answer"));
        }
        Optional<String> limit = one(parameters, "limit");
        if (!limit.orElse("1").matches("0*([1-9]\\d?|1\\d\\d|" + MOST + ")")) {
            errors.add(new FieldError("limit", "must be 1 to " + MOST));
        }
        if (!errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
        return new DeadLetterQuestion(
                known, after.orElse(Place.BEGINNING), limit.map(Integer::parseInt).orElse(USUAL));
    }

    /**
     * The topic of that name.
     *
     * @throws NotFoundException if it is not one of dead letters
     */
    static DeadLetterTopic known(String topic) {
        return DeadLetterTopic.named(topic)
                .orElseThrow(
                        () -> new NotFoundException("There is no such topic of dead letters."));
    }

    private static Optional<String> one(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }
}
