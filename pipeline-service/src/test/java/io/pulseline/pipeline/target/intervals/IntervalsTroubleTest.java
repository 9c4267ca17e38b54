package io.pulseline.pipeline.target.intervals;

import static io.pulseline.pipeline.target.EventType.CREATED;
import static io.pulseline.pipeline.target.intervals.Place.recipient;
import static io.pulseline.pipeline.target.intervals.Place.walk;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.http.HttpAnswer;
import io.pulseline.pipeline.target.openmhealth.Told;
import io.pulseline.simulator.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalsTroubleTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final Place place = new Place(SHORT, 1000);

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void aWrongKeyPausesTheTargetAndIsNotTold() {
        for (DeliveryOutcome outcome :
                new DeliveryOutcome[] {
                    place.send(CREATED, walk(), 1, null, recipient("wrong-key")),
                    place.send(CREATED, walk(), 2, null, recipient("wrong-key")),
                    place.send(CREATED, night(), 1, null, recipient("wrong-key")),
                    place.target().test(recipient("wrong-key"))
                }) {
            assertThat(outcome)
                    .asInstanceOf(type(DeliveryOutcome.Paused.class))
                    .extracting(DeliveryOutcome.Paused::reason)
                    .asString()
                    .startsWith("the API key is not right: intervals.icu answered 401")
                    .doesNotContain("wrong-key");
        }
    }

    @Test
    void aMissingKeyPausesTheTarget() {
        assertThat(place.send(CREATED, walk(), 1, null, recipient()))
                .isEqualTo(new DeliveryOutcome.Paused("the API key is missing: save it"));
        assertThat(place.target().test(recipient()))
                .isEqualTo(new DeliveryOutcome.Paused("the API key is missing: save it"));
        assertThat(place.target().secretNeeded(Place.configuration())).contains("the API key");
    }

    @Test
    void aTestProvesTheKeyAndLeavesNothing() {
        assertThat(place.target().test(recipient("2f9k-secret")))
                .isEqualTo(new DeliveryOutcome.Accepted());
        assertThat(place.intervals().activities()).isEmpty();
        assertThat(place.intervals().wellness()).isEmpty();
    }

    @Test
    void whatMayPassIsTriedAgain() {
        for (Fault fault :
                new Fault[] {
                    Fault.serverError(500),
                    Fault.serverError(503),
                    Fault.rateLimited(),
                    Fault.halfAnswer(),
                    Fault.answerLost(),
                    Fault.slow(SHORT.multipliedBy(2))
                }) {
            place.simulator().failNext(fault.onPath("/intervals/"));
            assertThat(place.first(CREATED, night()))
                    .as("%s", fault)
                    .isInstanceOf(DeliveryOutcome.Later.class);
        }
        assertThat(place.first(CREATED, night()))
                .isEqualTo(new DeliveryOutcome.Accepted("2026-10-03"));
    }

    @Test
    void aListThatIsNoneIsLookedForAgain() {
        place.simulator().failNext(Fault.malformedJson().onPath("/activities"));

        assertThat(place.send(CREATED, walk(), 2, null)).isInstanceOf(DeliveryOutcome.Later.class);
        assertThat(place.intervals().activities()).isEmpty();
    }

    @Test
    void anUploadWithoutAnIdIsLookedForNextTime() {
        place.simulator().failNext(Fault.emptyBody().onPath("/activities"));

        assertThat(place.first(CREATED, walk())).isInstanceOf(DeliveryOutcome.Later.class);
        assertThat(place.send(CREATED, walk(), 2, null))
                .isEqualTo(new DeliveryOutcome.Accepted(place.activity().id()));
    }

    @Test
    void ourShareOfTheRateIsKept() {
        try (Place slow = new Place(Duration.ofSeconds(5), 1)) {
            assertThat(slow.first(CREATED, walk())).isInstanceOf(DeliveryOutcome.Accepted.class);
            assertThat(slow.first(CREATED, walk()))
                    .isEqualTo(
                            new DeliveryOutcome.Postponed(
                                    "our share of the requests to intervals.icu is spent for this"
                                            + " second",
                                    Duration.ofSeconds(1),
                                    null));
            assertThat(slow.intervals().activities()).hasSize(1);
        }
    }

    @Test
    void theShareFillsEvenlyUpToItsSize() {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
        RequestShare share = new RequestShare(4, now::get);

        assertThat(share.take(3)).isTrue();
        assertThat(share.take(2)).isFalse();
        assertThat(share.take(1)).isTrue();
        now.addAndGet(Duration.ofMillis(250).toNanos());
        assertThat(share.take(2)).isFalse();
        assertThat(share.take(1)).isTrue();
        now.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(share.take(4)).isTrue();
        assertThat(share.take(1)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'status':422,'error':'Name is too long'}   | 422",
                "[{'status':401,'error':'Unauthorized'}]     | 401",
                "{'error':'nope'}                            | 422",
                "{'status':200,'error':'nope'}               | 422",
                "{'id':'i1','error':null}                    | 200",
                "[]                                          | 200",
                "no json at all                              | 200"
            })
    void anErrorInsideASuccessIsAnError(String body, int status) {
        HttpAnswer answer =
                new HttpAnswer.Received(200, Map.of(), body.replace('\'', '"').getBytes(UTF_8));

        assertThat(Answers.meant(answer))
                .asInstanceOf(type(HttpAnswer.Received.class))
                .extracting(HttpAnswer.Received::status)
                .isEqualTo(status);
    }

    @Test
    void aRefusalStaysOne() {
        HttpAnswer answer = new HttpAnswer.Received(422, Map.of(), new byte[0]);

        assertThat(Answers.failed(answer, Instant.EPOCH))
                .isInstanceOf(DeliveryOutcome.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id':'i55610271'}            | i55610271",
                "{'id':55610271}               | 55610271",
                "{'activities':[{'id':'i1'}]}  | i1",
                "[{'id':'i1'}]                 | i1",
                "{'id':'../wellness'}          |",
                "{'id':1.5}                    |",
                "{}                            |"
            })
    void anIdIsATextOrANumber(String body, String id) throws Exception {
        assertThat(Answers.id(JSON.readTree(body.replace('\'', '"'))).orElse(null)).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "athleteId | i40857      |",
                "athleteId | 0           |",
                "athleteId | ../admin    | must be 0",
                "athleteId | anna        | must be 0",
                "name      | {title} run |",
                "name      | {password}  | knows no",
                "apiKey    | 2f9k-secret |",
                "apiKey    | API_KEY:2f9 | must be the key alone",
                "apiKey    | two words   | must be the key alone"
            })
    void settingsAreChecked(String name, String value, String complaint) {
        ObjectNode configuration = Place.configuration().put(name, value);
        Form form = Form.of(configuration);

        var choice = place.target().read(form);

        if (complaint == null) {
            assertThat(form.errors()).isEmpty();
            assertThat(choice).isPresent();
            assertThat(choice.get().configuration().has("apiKey")).isFalse();
        } else {
            assertThat(form.errors()).extracting(FieldError::field).containsExactly(name);
            assertThat(form.errors().getFirst().reason()).startsWith(complaint);
        }
    }

    private static RespiratoryRate night() {
        return Told.sample(RespiratoryRate.class);
    }
}
