package io.pulseline.pipeline.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs everything again that has a run. */
public final class Repetition {
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;

    private final Person person;

    public Repetition(Person person) {
        this.person = person;
    }

    /**
     * Asks for all at once and waits until all have ended.
     *
     * @param foreseen by number; what its source deleted is refused
     */
    public void ofAll(Map<Integer, Foreseen> foreseen) {
        Map<Integer, Integer> passes = new LinkedHashMap<>();
        foreseen.forEach((number, expected) -> {
            int pass = person.trace(number).path("pass").asInt();
            int answer =
                    person.street()
                            .asks()
                            .post("/api/runs/" + person.run(number) + "/again")
                            .statusCode();
            assertThat(answer)
                    .as("number " + number)
                    .isEqualTo(expected.isFinal() ? CONFLICT : ACCEPTED);
            if (answer == ACCEPTED) {
                passes.put(number, pass + 1);
            }
        });
        passes.forEach((number, pass) ->
                person.awaitRun(number, run -> isOf(pass, run) && !isRunning(run)));
        // Those whose heart rate has never come wait for it once more.
        person.waitsInVain();
        passes.forEach((number, pass) ->
                person.awaitRun(number, run -> isOf(pass, run) && Person.isEnded(run)));
    }

    private static boolean isOf(int pass, JsonNode run) {
        return run.path("pass").asInt() == pass;
    }

    private static boolean isRunning(JsonNode run) {
        return run.path("status").asText().equals("RUNNING");
    }
}
