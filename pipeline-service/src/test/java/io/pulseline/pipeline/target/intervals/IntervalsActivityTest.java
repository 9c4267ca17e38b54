package io.pulseline.pipeline.target.intervals;

import static io.pulseline.pipeline.target.EventType.CREATED;
import static io.pulseline.pipeline.target.EventType.DELETED;
import static io.pulseline.pipeline.target.EventType.UPDATED;
import static io.pulseline.pipeline.target.intervals.Place.walk;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.simulator.fault.Fault;
import io.pulseline.simulator.http.SeenRequest;
import io.pulseline.simulator.intervals.IntervalsActivity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalsActivityTest {
    private static final Instant START = Instant.parse("2026-10-03T01:27:40Z");

    private final Place place = new Place(Duration.ofSeconds(5), 1000);

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void anActivityArrivesAsAFileUnderItsNameTypeAndText() {
        Activity walk = walk();
        walk.setTitle("Früh & naß");
        walk.setDescription("Two lines\nof text");

        DeliveryOutcome outcome = place.first(CREATED, walk);

        IntervalsActivity there = place.activity();
        assertThat(outcome).isEqualTo(new DeliveryOutcome.Accepted(there.id()));
        assertThat(there.externalId()).isEqualTo(walk.getRecordId());
        assertThat(there.name()).isEqualTo("Früh & naß");
        assertThat(there.description()).isEqualTo("Two lines\nof text");
        assertThat(there.type()).isEqualTo("Walk");
        assertThat(there.file().start()).isEqualTo(START);
        assertThat(there.file().offset()).isEqualTo(ZoneOffset.ofHoursMinutes(5, 45));
        assertThat(there.file().elapsedSeconds()).isEqualTo(1500);
        assertThat(there.file().distanceMetres()).isEqualTo(1874.5);
        assertThat(there.file().heartRates()).isEqualTo(3);
    }

    @Test
    void whatAFileCannotSayIsSaidAfterwards() {
        Activity pilates = walk();
        pilates.setActivityType(ActivityType.PILATES);

        place.first(CREATED, pilates);

        assertThat(place.activity().file().sport()).isEqualTo("TRAINING");
        assertThat(place.activity().type()).isEqualTo("Pilates");
    }

    @Test
    void anIdMayBeANumber() {
        place.behaves("{'numericIds':true}");

        assertThat(place.first(CREATED, walk()))
                .isEqualTo(
                        new DeliveryOutcome.Accepted(place.activity().id().replaceFirst("i", "")));
    }

    @Test
    void aNameIsCutWhereThePlaceEnds() {
        Activity walk = walk();
        walk.setTitle("🏃".repeat(81));

        place.first(CREATED, walk);

        assertThat(place.activity().name()).isEqualTo("🏃".repeat(79) + "…");
    }

    @Test
    void anAnswerThatGetsLostMakesNoSecondActivity() {
        place.simulator().failNext(Fault.answerLost().onPath("/activities"));

        assertThat(place.first(CREATED, walk())).isInstanceOf(DeliveryOutcome.Later.class);
        assertThat(place.send(CREATED, walk(), 2, null))
                .isEqualTo(new DeliveryOutcome.Accepted(place.activity().id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'tellsExternalIds':false}",
                "{'tellsExternalIds':false,'tellsInstants':false,'numericIds':true}"
            })
    void whatArrivedButWasNotNotedIsFoundAgain(String knobs) {
        place.behaves(knobs);
        DeliveryOutcome accepted = place.first(CREATED, walk());

        assertThat(place.send(CREATED, walk(), 2, null)).isEqualTo(accepted);
        assertThat(place.send(UPDATED, walk(), 1, null)).isEqualTo(accepted);

        assertThat(place.intervals().activities()).hasSize(1);
    }

    @Test
    void anUploadWhoseTextGotLostGetsItNextTime() {
        Activity walk = walk();
        walk.setDescription("Text");
        place.simulator().failNext(Fault.serverError(503).onPath("/activity/"));

        assertThat(place.first(CREATED, walk)).isInstanceOf(DeliveryOutcome.Later.class);
        assertThat(place.send(CREATED, walk, 2, null))
                .isEqualTo(new DeliveryOutcome.Accepted(place.activity().id()));
        assertThat(place.activity().description()).isEqualTo("Text");
    }

    @Test
    void whatComesFromElsewhereAtTheSameTimeIsNotOurs() {
        Activity elsewhere = walk();
        elsewhere.setRecordId(new UUID(5, 5).toString());
        place.first(CREATED, elsewhere);

        place.send(CREATED, walk(), 2, null);

        assertThat(place.intervals().activities())
                .extracting(IntervalsActivity::externalId)
                .containsExactly(elsewhere.getRecordId(), walk().getRecordId());
    }

    @Test
    void itIsLookedForAroundItsLocalDate() {
        Activity late = walk();
        late.setStartEpochMillis(Instant.parse("2026-10-03T18:30:00Z").toEpochMilli());

        place.send(CREATED, late, 2, null);

        // 18:30 UTC is after midnight in Kathmandu: the local date is the fourth.
        assertThat(queries()).contains("oldest=2026-10-03&newest=2026-10-05");
    }

    @Test
    void aChangeChangesTheActivityAndSendsNoFile() {
        place.first(CREATED, walk());
        Activity renamed = walk();
        renamed.setTitle("Walk with the dog");
        renamed.setActivityType(ActivityType.HIKE);

        DeliveryOutcome outcome = place.send(UPDATED, renamed, 1, place.activity().id());

        assertThat(outcome).isEqualTo(new DeliveryOutcome.Accepted(place.activity().id()));
        assertThat(place.activity().name()).isEqualTo("Walk with the dog");
        assertThat(place.activity().type()).isEqualTo("Hike");
        assertThat(methods()).containsOnlyOnce("POST");
    }

    @Test
    void whatItsUserDeletedThereIsNotBroughtBack() {
        assertThat(place.send(UPDATED, walk(), 1, "i1"))
                .isEqualTo(
                        new DeliveryOutcome.Refused("the activity is no longer at intervals.icu"));
        assertThat(place.intervals().activities()).isEmpty();
    }

    @Test
    void whatIsDeletedIsDeletedThereAndTwiceIsNoHarm() {
        place.first(CREATED, walk());
        String id = place.activity().id();

        assertThat(place.send(DELETED, gone(), 1, id)).isEqualTo(new DeliveryOutcome.Accepted(id));
        assertThat(place.intervals().activities()).isEmpty();
        assertThat(place.send(DELETED, gone(), 2, id)).isEqualTo(new DeliveryOutcome.Accepted(id));
    }

    @Test
    void aDeletionWithoutAnIdTakesOnlyWhatBearsOurs() {
        place.behaves("{'tellsExternalIds':false}");
        place.first(CREATED, walk());
        assertThat(place.first(DELETED, gone())).isEqualTo(new DeliveryOutcome.Accepted());
        assertThat(place.intervals().activities()).hasSize(1);

        place.behaves("{'tellsExternalIds':true}");
        assertThat(place.first(DELETED, gone())).isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(place.intervals().activities()).isEmpty();
    }

    @Test
    void aDeletionOfWhatNobodyKnowsTheTimeOfAsksNothing() {
        Activity gone = gone();
        gone.setStartEpochMillis(null);

        assertThat(place.first(DELETED, gone)).isEqualTo(new DeliveryOutcome.Accepted());
        assertThat(methods()).isEmpty();
    }

    private static Activity gone() {
        Activity gone = walk();
        gone.setDeleted(true);
        return gone;
    }

    private List<String> methods() {
        return place.simulator().requests().stream().map(SeenRequest::method).toList();
    }

    private List<String> queries() {
        return place.simulator().requests().stream()
                .map(request -> String.valueOf(request.query()))
                .toList();
    }
}
