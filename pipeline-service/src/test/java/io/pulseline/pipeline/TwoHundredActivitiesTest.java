package io.pulseline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.play.ClockHand;
import io.pulseline.pipeline.play.Foreseen;
import io.pulseline.pipeline.play.Oracle;
import io.pulseline.pipeline.play.Person;
import io.pulseline.pipeline.play.Plan;
import io.pulseline.pipeline.play.Planned;
import io.pulseline.pipeline.play.Repetition;
import io.pulseline.pipeline.play.SimulatedClock;
import io.pulseline.pipeline.play.SmallPlan;
import io.pulseline.pipeline.play.Witness;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two months of a person, foreseen by hand. */
@QuarkusTest
@WithTestResource(
        value = ServiceSettings.class,
        initArgs = {
            @ResourceArg(name = "quarkus.security.users.embedded.users.clara", value = "swim"),
            @ResourceArg(name = "quarkus.security.users.embedded.roles.clara", value = "user"),
            @ResourceArg(name = "quarkus.security.users.embedded.users.edda", value = "ride"),
            @ResourceArg(name = "quarkus.security.users.embedded.roles.edda", value = "user")
        })
@WithTestResource(SimulatedClock.class)
class TwoHundredActivitiesTest {
    private final Map<Integer, Foreseen> foreseen = new LinkedHashMap<>();
    private final Oracle oracle = new Oracle();
    private ClockHand clock;

    @BeforeEach
    void begin() {
        clock = new ClockHand();
        clock.set(Plan.PIPELINE_MADE_AT);
    }

    @AfterEach
    void tidy() {
        clock.close();
    }

    @Test
    void aPlayOfTwoHundredEndsAsForeseenAndRunningAllAgainChangesNothing() {
        List<Planned> plan = Plan.ofTwoHundred();
        assertThat(plan).hasSize(200);
        try (Person clara = new Person(Street.of("clara", "swim"), clock)) {
            Witness witness = new Witness(clara);
            for (Planned planned : plan) {
                lives(clara, planned);
            }

            assertThat(witness.differences(foreseen)).isEmpty();

            Map<String, String> before = witness.everything();
            new Repetition(clara).ofAll(foreseen);

            assertThat(witness.everything()).isEqualTo(before);
        }
    }

    @Test
    void whatComesOutOfOrderIsToldOnceWhenItsRunsAreRunAgain() {
        try (Person edda = new Person(Street.of("edda", "ride"), clock)) {
            Witness witness = new Witness(edda);
            for (Planned planned : SmallPlan.inDisorder()) {
                lives(edda, planned);
            }
            Planned deleted = SmallPlan.deleted();
            edda.delete(deleted);
            var _ =
                    foreseen.computeIfPresent(
                            deleted.number(), (_, then) -> oracle.forget(deleted, then));
            assertThat(witness.differences(foreseen)).isEmpty();

            Repetition repetition = new Repetition(edda);
            repetition.ofAll(foreseen);

            for (Planned planned : SmallPlan.inDisorder()) {
                var _ =
                        foreseen.computeIfPresent(
                                planned.number(), (_, then) -> oracle.again(planned, then));
            }
            assertThat(witness.differences(foreseen)).isEmpty();
            assertThat(foreseen.values())
                    .filteredOn(one -> one.heard().size() == 2 && !one.isFinal())
                    .hasSize(SmallPlan.CHANGED);

            Map<String, String> before = witness.everything();
            repetition.ofAll(foreseen);
            assertThat(witness.everything()).isEqualTo(before);
        }
    }

    private void lives(Person person, Planned planned) {
        person.lives(planned);
        oracle.learn(planned).ifPresent(run -> foreseen.put(planned.number(), run));
    }
}
