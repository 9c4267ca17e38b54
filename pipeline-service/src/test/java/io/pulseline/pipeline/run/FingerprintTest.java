package io.pulseline.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pulseline.contracts.pipeline.Boost;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.pipeline.Activities;
import io.pulseline.pipeline.target.Result;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final UUID ANNA = UUID.randomUUID();
    private static final JsonNode PLAIN = JsonNodeFactory.instance.objectNode();

    private final BoostedActivity boosted = boosted();

    @Test
    void theSameMadeLaterSaysTheSame() {
        BoostedActivity later = boosted();
        later.setBoostedEpochMillis(boosted.getBoostedEpochMillis() + 1);
        later.setRevision(boosted.getRevision() + 1024);
        later.getActivity().setRevision(boosted.getRevision() + 1024);

        assertThat(fingerprint(later)).isEqualTo(fingerprint(boosted));
    }

    @Test
    void theOrderOfValuesSaysNothing() {
        Map<String, Double> turned = new LinkedHashMap<>();
        turned.put("b", 2.0);
        turned.put("a", 1.0);
        Map<String, Double> straight = new LinkedHashMap<>();
        straight.put("a", 1.0);
        straight.put("b", 2.0);
        BoostedActivity other = boosted();
        boosted.setBoosts(List.of(new Boost("zones", "ADDED", null, null, straight, Map.of())));
        other.setBoosts(List.of(new Boost("zones", "ADDED", null, null, turned, Map.of())));

        assertThat(fingerprint(other)).isEqualTo(fingerprint(boosted));
    }

    @Test
    void anotherTitleSaysSomethingElse() {
        BoostedActivity other = boosted();
        other.getActivity().setTitle("Evening run");

        assertThat(fingerprint(other)).isNotEqualTo(fingerprint(boosted));
    }

    @Test
    void anotherBoostSaysSomethingElse() {
        BoostedActivity other = boosted();
        other.setBoosts(
                List.of(new Boost("zones", "ADDED", null, null, Map.of("a", 1.5), Map.of())));

        assertThat(fingerprint(other)).isNotEqualTo(fingerprint(boosted));
    }

    @Test
    void anotherPictureSaysSomethingElse() {
        BoostedActivity other = boosted();
        other.getBoosts().getFirst().setImages(Map.of("route", "<svg/>"));

        assertThat(fingerprint(other)).isNotEqualTo(fingerprint(boosted));
    }

    @Test
    void aTargetThatWantsMoreHearsSomethingElse() {
        JsonNode withSeries = JsonNodeFactory.instance.objectNode().put("inlineSeries", true);

        assertThat(Fingerprint.of(new Result.OfActivity(boosted)).at(withSeries))
                .isNotEqualTo(fingerprint(boosted));
    }

    private static String fingerprint(BoostedActivity some) {
        return Fingerprint.of(new Result.OfActivity(some)).at(PLAIN);
    }

    private static BoostedActivity boosted() {
        BoostedActivity boosted = new BoostedActivity();
        boosted.setActivity(
                Activities.run(ANNA, "fingerprint", Instant.parse("2026-11-21T12:00:00Z")));
        boosted.setRevision(boosted.getActivity().getRevision());
        boosted.setBoostedEpochMillis(1_795_000_000_000L);
        boosted.setBoosts(
                List.of(new Boost("zones", "ADDED", null, null, Map.of("a", 1.0), Map.of())));
        return boosted;
    }
}
